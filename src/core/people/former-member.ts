/** How somebody is named who had everything about them forgotten. */
export const formerMember = 'a former member'

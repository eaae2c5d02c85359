import { expect, test } from 'vitest'
import type { Form } from '../../src/core/message/form.ts'
import type { Message } from '../../src/core/message/message.ts'
import { amira, digests, general, openHospital, saying, showing, tom } from './hospital.ts'

const checkin: Form = {
  verb: 'checkin.save',
  about: 'c1',
  title: 'Your check-in',
  submit: 'Save',
  parts: [
    {
      kind: 'field',
      field: { kind: 'text', name: 'learned', label: 'One thing you learned', maxLength: 500 },
    },
    {
      kind: 'field',
      field: {
        kind: 'choices',
        name: 'skills',
        label: 'Skills',
        optional: true,
        options: [
          { value: 'a,b', label: 'Airway' },
          { value: 'c', label: 'Cannulation' },
        ],
      },
    },
  ],
}

const buttons: Message = {
  preview: 'A check-in is open',
  blocks: [
    {
      kind: 'buttons',
      buttons: [
        { label: 'We met', verb: 'checkin.met', about: 'c1:yes' },
        { label: 'Open form', verb: 'checkin.open', about: 'c1', opensForm: true },
      ],
    },
  ],
}

test('what is said in the personal chat reaches the product with who, where and a lasting name', async () => {
  const { teams, deeds } = await openHospital()

  await teams.as(amira.id).say('  I learned to listen  ')

  expect(deeds).toEqual([
    {
      kind: 'say',
      text: 'I learned to listen',
      message: expect.any(String),
      key: expect.stringContaining(':'),
      account: { platform: 'teams', workspace: teams.tenantId, user: amira.id },
      place: { kind: 'personal' },
      locale: 'en-GB',
    },
  ])
})

test.each([
  ['/mentor checkin Tom', 'checkin Tom'],
  ['/Mentor', ''],
  ['/mentor\n progress 2 60%', 'progress 2 60%'],
])('%j is a command', async (text, words) => {
  const { teams, deeds } = await openHospital()

  await teams.as(amira.id).say(text)

  expect(deeds).toMatchObject([{ kind: 'command', words }])
})

test('a message that Teams delivers twice bears the same name twice', async () => {
  const { teams, deeds } = await openHospital()
  const person = teams.as(amira.id)

  await person.say('once')
  await person.sayAgain()
  await person.say('another')

  expect(deeds[0]?.key).toBe(deeds[1]?.key)
  expect(deeds[2]?.key).not.toBe(deeds[0]?.key)
})

test('editing and deleting a message name the message, and are deeds of their own', async () => {
  const { teams, deeds } = await openHospital()
  const person = teams.as(amira.id)

  await person.say('first')
  await person.editMessage('second')
  await person.deleteMessage()

  const message = deeds[0]?.kind === 'say' ? deeds[0].message : ''
  expect(deeds.slice(1)).toMatchObject([
    { kind: 'edit', text: 'second', message },
    { kind: 'unsay', message },
  ])
  expect(new Set(deeds.map((deed) => deed.key)).size).toBe(3)
})

test('in a channel the bot says only that it has written, and writes in the personal chat', async () => {
  const { teams, deeds, answers } = await openHospital()
  answers(() => showing('You have two open goals'))

  const seen = await teams.as(amira.id).inChannel(general).say('/mentor goal')

  expect(deeds).toMatchObject([
    { kind: 'command', words: 'goal', place: { kind: 'shared', channel: general } },
  ])
  const [personal, shared] = seen.posts
  expect(personal?.conversation).toBe(teams.tenant.personalChat(amira.id).id)
  expect(personal?.words).toBe('You have two open goals')
  expect(shared?.conversation).toMatch(/^19:general@thread\.tacv2;messageid=/)
  expect(shared?.text).toBe('I have written to you in our own chat.')
  expect(seen.posts).toHaveLength(2)
})

test('in a group chat too, also without the slash', async () => {
  const { teams, deeds, answers } = await openHospital()
  answers(() => showing('Your overview'))

  const seen = await teams.as(amira.id).inGroupChat('19:group@thread.v2').say('')

  expect(deeds).toMatchObject([{ kind: 'command', words: '' }])
  expect(seen.posts.map((post) => post.words || post.text)).toEqual([
    'Your overview',
    'I have written to you in our own chat.',
  ])
})

test('who cannot be written to is told so in the channel, without any fact', async () => {
  const { teams, answers } = await openHospital()
  answers(() => showing('You have two open goals'))
  await teams.as(amira.id).uninstalls()

  const seen = await teams.as(amira.id).inChannel(general).say('goal')

  expect(seen.posts).toHaveLength(1)
  expect(seen.posts[0]?.text).toMatch(/could not write to you/)
  expect(JSON.stringify(seen.posts)).not.toContain('two open goals')
})

test('a command that needs a form offers a button, which opens the dialog', async () => {
  const { teams, deeds, answers } = await openHospital()
  answers(() => ({ kind: 'form', form: checkin }))
  const person = teams.as(amira.id)

  const offered = await person.say('/mentor checkin Tom')
  const [card] = offered.posts
  const opened = card && (await person.press(card, 'Open the form'))

  expect(card?.words).toBe('Your check-in')
  expect(deeds[1]).toMatchObject({ kind: 'command', words: 'checkin Tom', place: { kind: 'personal' } })
  expect(opened?.dialog).toMatchObject({ title: 'Your check-in', buttons: ['Save'] })
})

test('a filled-in dialog arrives field by field, and its answer leaves no copy in the chat', async () => {
  const { teams, deeds, answers } = await openHospital()
  answers((done) => (done.kind === 'submit' ? showing('Thank you') : { kind: 'form', form: checkin }))
  const person = teams.as(amira.id)

  await person.runExtension('checkin')
  const seen = await person.submitDialog({ learned: '**To ask**', skills: ['Airway', 'Cannulation'] })

  expect(deeds).toMatchObject([
    { kind: 'command', words: 'checkin', place: { kind: 'personal' } },
    {
      kind: 'submit',
      verb: 'checkin.save',
      about: 'c1',
      values: { learned: '**To ask**', skills: ['a,b', 'c'] },
    },
  ])
  expect(seen.dialog?.words).toBe('Thank you')
  expect(seen.posts).toEqual([])
})

test('a message extension used in a chat with somebody else does not change where the person is written to', async () => {
  const { teams, answers, addresses } = await openHospital()
  answers(() => ({ kind: 'form', form: checkin }))
  const person = teams.as(amira.id)
  await person.say('hello')
  const before = addresses.get(amira.id)

  await person.runExtension('checkin')

  expect(addresses.get(amira.id)).toBe(before)
})

test('fields that cannot be taken are drawn again with the complaint and what was entered', async () => {
  const { teams, answers } = await openHospital()
  const entered: Form = {
    ...checkin,
    parts: [
      {
        kind: 'field',
        field: { kind: 'text', name: 'learned', label: 'Learned', maxLength: 500, value: '943 476 5919' },
      },
    ],
  }
  answers((done) =>
    done.kind === 'submit'
      ? { kind: 'errors', errors: { learned: 'This looks like an NHS number.' }, form: entered }
      : { kind: 'form', form: checkin },
  )
  const person = teams.as(amira.id)

  await person.runExtension('checkin')
  const seen = await person.submitDialog({ learned: '943 476 5919' })

  expect(seen.dialog?.words).toContain('This looks like an NHS number.')
  expect(seen.dialog?.inputs).toMatchObject([{ value: '943 476 5919' }])
})

test('a dialog can lead to the next one, or just close', async () => {
  const { teams, answers, deeds } = await openHospital()
  answers(() => ({ kind: 'form', form: checkin }))
  const person = teams.as(amira.id)
  await person.runExtension('checkin')

  const second = await person.submitDialog({ learned: 'something' })
  answers(() => ({ kind: 'silence' }))
  const last = await person.submitDialog({ learned: 'more' })

  expect(second.dialog?.title).toBe('Your check-in')
  expect(last).toMatchObject({ status: 200, body: '', posts: [] })
  expect(deeds).toHaveLength(3)
})

test('a button inside a dialog is a press like any other', async () => {
  const { teams, deeds, answers } = await openHospital()
  answers((done) => (done.kind === 'press' ? showing('Noted') : { kind: 'show', message: buttons }))
  const person = teams.as(amira.id)
  const opened = await person.runExtension('checkin')

  const { body } = await teams.deliver(
    teams.activityOf(amira.id, {
      type: 'invoke',
      name: 'task/submit',
      value: { data: { press: true, verb: 'checkin.met', about: 'c1:yes' } },
    }),
  )

  expect(opened.dialog?.buttons).toEqual(['We met', 'Open form'])
  expect(deeds[1]).toMatchObject({ kind: 'press', verb: 'checkin.met', about: 'c1:yes' })
  expect(JSON.stringify(body)).toContain('Noted')
})

test('a press puts the new card in the place of the old one', async () => {
  const { teams, deeds, answers } = await openHospital()
  answers((done) =>
    done.kind === 'press'
      ? { kind: 'show', message: saying('Thank you'), replace: true }
      : { kind: 'show', message: buttons },
  )
  const person = teams.as(amira.id)
  const [card] = (await person.say('/mentor checkin')).posts

  const seen = card && (await person.press(card, 'We met'))

  expect(deeds[1]).toMatchObject({ kind: 'press', verb: 'checkin.met', about: 'c1:yes' })
  expect(seen?.replaced?.words).toBe('Thank you')
  expect(person.chat().map((post) => post.words)).toEqual(['Thank you'])
})

test('a press whose answer replaces nothing gets a message of its own', async () => {
  const { teams, answers } = await openHospital()
  answers((done) => (done.kind === 'press' ? showing('Your goals') : { kind: 'show', message: buttons }))
  const person = teams.as(amira.id)
  const [card] = (await person.say('goals')).posts

  const seen = card && (await person.press(card, 'We met'))

  expect(seen?.notice).toBe('Rounds has an answer')
  expect(person.chat().map((post) => post.words)).toEqual(['', 'Your goals'])
})

test('a press in a channel is answered in the personal chat', async () => {
  const { teams, app, answers } = await openHospital()
  const workspace = teams.tenantId
  await app.messenger.send({ workspace, channel: digests }, buttons, 'e1')
  answers(() => showing('Amira and Tom have not met for 21 days'))
  const [digest] = teams.tenant.journal

  const seen = digest && (await teams.as(tom.id).press(digest, 'We met'))

  expect(seen?.notice).toBe('I have written to you in our own chat.')
  expect(seen?.posts.map((post) => post.conversation)).toEqual([teams.tenant.personalChat(tom.id).id])
})

test('a press in a channel that replaces its card posts nothing', async () => {
  const { teams, app, answers } = await openHospital()
  await app.messenger.send({ workspace: teams.tenantId, channel: digests }, buttons, 'e1')
  answers(() => ({ kind: 'show', message: saying('Snoozed for a week'), replace: true }))
  const [digest] = teams.tenant.journal

  const seen = digest && (await teams.as(tom.id).press(digest, 'We met'))

  expect(seen?.replaced?.words).toBe('Snoozed for a week')
  expect(seen?.posts).toEqual([])
})

test('a press that needs a form offers the button that can open it', async () => {
  const { teams, deeds, answers } = await openHospital()
  answers((done) =>
    done.kind === 'press' ? { kind: 'form', form: checkin } : { kind: 'show', message: buttons },
  )
  const person = teams.as(amira.id)
  const [card] = (await person.say('checkin')).posts

  const pressed = card && (await person.press(card, 'We met'))
  const offered = pressed?.posts[0]
  const opened = offered && (await person.press(offered, 'Open the form'))

  expect(deeds.slice(1)).toMatchObject([
    { kind: 'press', verb: 'checkin.met', about: 'c1:yes' },
    { kind: 'press', verb: 'checkin.met', about: 'c1:yes' },
  ])
  expect(opened?.dialog?.title).toBe('Your check-in')
})

test('a press that meets errors or nothing to say is answered in words', async () => {
  const { teams, answers } = await openHospital()
  answers(() => ({ kind: 'show', message: buttons }))
  const person = teams.as(amira.id)
  const [card] = (await person.say('checkin')).posts
  if (card === undefined) throw new Error('no card')

  answers(() => ({ kind: 'errors', errors: { when: 'That day has passed.' }, form: checkin }))
  const errors = await person.press(card, 'We met')
  answers(() => ({ kind: 'silence' }))
  const silent = await person.press(card, 'We met')
  const dialog = await person.press(card, 'Open form')

  expect(errors.notice).toContain('That day has passed.')
  expect(silent.notice).toBe('There is nothing left to do here.')
  expect(dialog.notice).toBe('There is nothing left to do here.')
})

test('a text whose outcome is an error, a home or silence is answered in kind', async () => {
  const { teams, answers } = await openHospital()
  const person = teams.as(amira.id)

  answers(() => ({ kind: 'errors', errors: { when: 'That day has passed.' }, form: checkin }))
  const errors = await person.say('met 2020-01-01')
  answers(() => ({ kind: 'home', message: saying('Your overview') }))
  const home = await person.say('')
  answers(() => ({ kind: 'silence' }))
  const silent = await person.say('again')

  expect(errors.posts[0]?.words).toContain('That day has passed.')
  expect(home.posts.map((post) => post.words)).toEqual(['Your overview'])
  expect(silent).toMatchObject({ status: 200, posts: [] })
})

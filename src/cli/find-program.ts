import { nearestWord } from '../core/message/nearest-word.ts'
import { allPrograms, programBySlug, type StoredProgram } from '../store/programs.ts'
import type { Scope } from '../store/scope.ts'

/** The program of this slug, or a refusal that says what there is. */
export async function findProgram(
  scope: Scope,
  slug: string,
): Promise<StoredProgram | { readonly refused: readonly string[] }> {
  const found = await programBySlug(scope, slug)
  if (found) return found
  const slugs = (await allPrograms(scope)).map(({ program }) => program.slug)
  const near = nearestWord(slug, slugs)
  const hint = near === undefined ? `there is ${slugs.join(', ') || 'none yet'}` : `did you mean ${near}?`
  return { refused: [`There is no program “${slug}”: ${hint}`] }
}

import type { Store } from './database.ts'
import type { Prisma } from './generated/client.ts'

/**
 * Lets work happen and then undoes all of it: the work gets a store whose transactions take place inside one that is
 * rolled back at the end. Whatever they lock stays locked until then; 10 s at most, as for any transaction.
 */
export async function rehearse<Result>(
  store: Store,
  work: (rehearsed: Store) => Promise<Result>,
): Promise<Result> {
  const undo = new Error('the rehearsal is over')
  const done: { readonly result: Result }[] = []
  try {
    await store.transaction(async (tx) => {
      done.push({ result: await work({ ...store, transaction: inTurn(tx) }) })
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
  const [rehearsed] = done
  if (!rehearsed) throw new Error('The rehearsal did not take place')
  return rehearsed.result
}

/** One after the other, each behind a savepoint: one that fails is rolled back alone, and the others stand. */
function inTurn(tx: Prisma.TransactionClient): Store['transaction'] {
  let before: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = before.then(async () => {
      await tx.$executeRaw`savepoint rehearsed`
      try {
        const result = await work(tx)
        await tx.$executeRaw`release savepoint rehearsed`
        return result
      } catch (error) {
        await tx.$executeRaw`rollback to savepoint rehearsed`
        throw error
      }
    })
    before = mine.catch(() => undefined)
    return mine
  }
}

/** The whole page. */
export function Page() {
  return <h1>Rounds</h1>
}

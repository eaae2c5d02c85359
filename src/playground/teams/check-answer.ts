/** What is wrong with the bot's answer to an invoke; empty where a client can show it. */
export function wrongInAnswer(_name: string, _body: unknown): readonly string[] {
  return []
}

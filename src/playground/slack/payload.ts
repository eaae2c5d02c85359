/** One place in a payload: its value, the way to it, and the list of what is wrong with the whole. */
export class Payload {
  readonly value: unknown
  private readonly path: string
  private readonly problems: string[]

  constructor(value: unknown, path = '', problems: string[] = []) {
    this.value = value
    this.path = path
    this.problems = problems
  }

  get absent(): boolean {
    return this.value === undefined
  }

  at(key: string): Payload {
    const { value } = this
    const inner = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
    return new Payload(inner, `${this.path}/${key}`, this.problems)
  }

  /** The things in a list; none where it is no list. */
  each(): Payload[] {
    const list: unknown[] = Array.isArray(this.value) ? this.value : []
    return list.map((item, index) => new Payload(item, `${this.path}/${index}`, this.problems))
  }

  wrong(problem: string): void {
    this.problems.push(`${problem} [json-pointer:${this.path}]`)
  }

  /** A string of `min` to `max` characters; it may be absent where `min` is 0, and is never blank where it is not. */
  isText(min: number, max: number): void {
    const { value } = this
    if (this.absent && min === 0) return
    if (typeof value !== 'string') {
      this.wrong('must be a string')
      return
    }
    if (!value.isWellFormed()) this.wrong('is not valid Unicode')
    if (value.length < min || (min > 0 && value.trim() === '')) this.wrong('must not be empty')
    if (value.length > max) this.wrong(`must be less than ${max + 1} characters`)
  }

  counts(min: number, max: number): void {
    const { length } = this.each()
    if (length < min) this.wrong(`no fewer than ${min} items are allowed`)
    if (length > max) this.wrong(`no more than ${max} items are allowed`)
  }

  /** True or false, where it is there at all. */
  isFlag(): void {
    if (!this.absent && typeof this.value !== 'boolean') this.wrong('must be a boolean')
  }

  /** A whole number within bounds, where it is there at all. */
  isWhole(min: number, max: number): void {
    if (this.absent) return
    const { value } = this
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
    if (!fits) this.wrong(`must be a whole number between ${min} and ${max}`)
  }

  isOneOf(allowed: readonly unknown[]): void {
    if (!allowed.includes(this.value)) this.wrong(`must be one of ${allowed.join(', ')}`)
  }

  /** Slack refuses payloads with keys it does not know. */
  hasOnly(allowed: readonly string[]): void {
    for (const key of Object.keys(Object(this.value))) {
      if (!allowed.includes(key)) this.at(key).wrong('additional property')
    }
  }

  /** All text under here, as Slack counts it for a message. */
  characters(): number {
    if (Array.isArray(this.value)) return this.each().reduce((sum, item) => sum + item.characters(), 0)
    if (typeof this.value !== 'object' || this.value === null) return 0
    return Object.keys(this.value).reduce((sum, key) => {
      const inner = this.at(key)
      const counted = key === 'text' && typeof inner.value === 'string'
      return sum + (counted ? String(inner.value).length : inner.characters())
    }, 0)
  }
}

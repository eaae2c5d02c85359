/** Brings a message into the middle of its list, or, where it is longer than that, to its beginning. */
export function showMessage(message: HTMLElement, list: HTMLElement): void {
  const isLong = message.offsetHeight > list.clientHeight * 0.9
  message.scrollIntoView({ block: isLong ? 'start' : 'center' })
}

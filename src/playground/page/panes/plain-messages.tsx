import type { MessageLink, PersonState } from '../../wire.ts'

/** Messages as plain text. */
export function PlainMessages({ state }: { readonly state: PersonState; readonly goTo?: MessageLink }) {
  return (
    <div style={{ overflowY: 'auto', padding: 16 }}>
      {state.places.map((place) => (
        <section key={place.id}>
          <h3>{place.name}</h3>
          {place.messages.map((message) => (
            <p key={message.id} data-message={message.id}>
              <b>{message.from?.name ?? 'Rounds'}</b> {message.text}
            </p>
          ))}
        </section>
      ))}
    </div>
  )
}

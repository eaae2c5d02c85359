import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt'
import { UnderWay, within } from './under-way.ts'

/** Slack waits three seconds for an acknowledgement; this leaves time for the way back. */
const EVENT_PATIENCE_MS = 2500

/** Refuses what comes in while the app is ending: unacknowledged, Slack delivers it to the next process. */
export class Ending extends Error {}

/**
 * Bolt acknowledges events before any listener has run (`App.processEvent`), so that a message would be lost where
 * storing it fails. Here an event is acknowledged after its listeners are done; where they fail or take too long it
 * is not, and Slack delivers it again. Holds for both receivers, HTTP and Socket Mode.
 */
export class CommittingApp extends App {
  readonly underWay = new UnderWay()

  constructor(options: AppOptions) {
    super(options)
    this.error((error) => Promise.reject(error))
  }

  override async processEvent(event: ReceiverEvent): Promise<void> {
    if (this.underWay.ending) throw new Ending()
    if (event.body['type'] !== 'event_callback') return await this.underWay.track(super.processEvent(event))
    const held = { ...event, ack: async () => {} }
    await within(this.underWay.track(super.processEvent(held)), EVENT_PATIENCE_MS)
    await event.ack()
  }
}

import type { LineChart } from './chart.ts'
import type { FileRef } from './file-ref.ts'

/**
 * What the product says, as neutral data. Core makes it, each platform renders it
 * (Slack to Block Kit, Teams to Adaptive Cards) and decides nothing.
 */

/** A run of text. Whatever is in `text` is shown literally: never as markup, mention or link. */
export interface Span {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  /** An http(s) or mailto address the run leads to. */
  readonly link?: string
}

/** A plain string is one span without emphasis. */
export type Text = string | readonly Span[]

export interface Button {
  readonly label: string
  /** `area.verb`, stable over releases: Slack's action_id, Teams' verb. */
  readonly verb: string
  /** The row the press speaks of, and the choice made: opaque ids and short words joined by `:`. */
  readonly about?: string
  readonly tone?: 'primary' | 'danger'
  /** The press opens a form. Teams has to be told beforehand: there only such a button may open a dialog. */
  readonly opensForm?: true
}

export interface LinkButton {
  readonly label: string
  readonly link: string
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: Text }
  /** Small print under what it belongs to: who reads it, what happens next. */
  | { readonly kind: 'note'; readonly text: Text }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: Text }[] }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  /** A share of a whole, 0 to 100, always with its words. */
  | { readonly kind: 'progress'; readonly label: string; readonly percent: number; readonly words: string }
  | { readonly kind: 'buttons'; readonly buttons: readonly (Button | LinkButton)[] }
  | { readonly kind: 'divider' }
  | ChartBlock
  | FileBlock

/** Handed to the person whom the message is sent to, in their own chat: never in an answer or a channel. */
export interface FileBlock {
  readonly kind: 'file'
  readonly file: FileRef
  /** Where the platform keeps it for them; the platform's own folder sets it, just before it renders. */
  readonly link?: string
}

/** A small picture. `alt` says all that it shows, and stands in its place where it cannot be drawn. */
export interface ChartBlock {
  readonly kind: 'chart'
  readonly chart: LineChart
  readonly alt: string
  /** Where the platform finds the drawing; the platform's own folder sets it, just before it renders. */
  readonly picture?: string
}

export interface Message {
  /** What a lock screen shows. Never carries an answer or a private fact. */
  readonly preview: string
  readonly blocks: readonly Block[]
}

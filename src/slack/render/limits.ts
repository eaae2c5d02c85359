/** What Slack accepts, from its Block Kit reference (docs.slack.dev/reference/block-kit) and `@slack/types`. */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** Slack refuses messages whose blocks hold more than about 13,000 characters of text; kept clear of it. */
  messageCharacters: 12_000,
  /** A view may weigh 250 KB; this stays well below it in any script. */
  viewCharacters: 60_000,
  preview: 2000,
  header: 150,
  textObject: 3000,
  contextText: 2000,
  altText: 2000,
  buttonLabel: 75,
  buttonValue: 2000,
  buttonLink: 3000,
  actionElements: 25,
  identifier: 255,
  viewTitle: 24,
  privateMetadata: 3000,
  label: 2000,
  hint: 2000,
  optionText: 75,
  optionValue: 75,
  radioOptions: 10,
  selectOptions: 100,
  /** Slack takes 100 groups of 100; this many still fit the 250 KB of a view. */
  menuOptions: 1000,
  inputLength: 3000,
} as const

import { HostConfig } from 'adaptivecards'

const COLORS = ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'] as const
const STYLES = ['default', 'emphasis', 'accent', 'good', 'attention', 'warning'] as const

const fontFamily = "'Segoe UI', system-ui, Tahoma, Geneva, Verdana, sans-serif"
const fontSizes = { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 }
const fontWeights = { lighter: 200, default: 400, bolder: 600 }
const bold = { size: 'Default', color: 'Default', isSubtle: false, weight: 'Bolder', wrap: true }

/**
 * The figures that Microsoft publishes for Teams. Colours are properties that card.css sets for light and dark, so that
 * a card changes its theme as it stands, with whatever is entered in it.
 */
export const teamsHost = new HostConfig({
  choiceSetInputValueSeparator: ',',
  supportsInteractivity: true,
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--card-line)' },
  imageSizes: { small: 32, medium: 52, large: 100 },
  fontTypes: {
    default: { fontFamily, fontSizes, fontWeights },
    monospace: { fontFamily: "'Courier New', Courier, monospace", fontSizes, fontWeights },
  },
  textStyles: {
    heading: { fontType: 'default', size: 'large', weight: 'bolder', color: 'default', isSubtle: false },
  },
  textBlock: { headingLevel: 3 },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', size: 'small' },
  },
  containerStyles: Object.fromEntries(STYLES.map((style) => [style, containerStyle(style)])),
  actions: {
    maxActions: 6,
    spacing: 'Default',
    buttonSpacing: 8,
    showCard: { actionMode: 'Inline', inlineTopMargin: 16, style: 'emphasis' },
    preExpandSingleShowCardAction: false,
    actionsOrientation: 'Horizontal',
    actionAlignment: 'Left',
  },
  adaptiveCard: { allowCustomStyle: false },
  imageSet: { imageSize: 'Medium', maxImageHeight: 100 },
  factSet: { title: bold, value: { ...bold, weight: 'Default' }, spacing: 16 },
})

function containerStyle(style: (typeof STYLES)[number]) {
  return {
    backgroundColor: `var(--card-${style}-ground)`,
    borderColor: `var(--card-${style}-border)`,
    foregroundColors: Object.fromEntries(
      COLORS.map((color) => [
        color,
        { default: `var(--card-${color})`, subtle: `var(--card-${color}-subtle, var(--card-${color}))` },
      ]),
    ),
  }
}

// The yardstick: a Bolt app that acknowledges `/mentor` and does nothing else. Settings in the environment.
import { App, HTTPReceiver } from '@slack/bolt'

const { BOT_TOKEN: token = '', SIGNING_SECRET: signingSecret = '', API_URL: slackApiUrl = '' } = process.env

const receiver = new HTTPReceiver({
  signingSecret,
  customRoutes: [
    { path: '/readyz', method: 'GET', handler: (_, response) => void response.writeHead(200).end() },
  ],
})
const app = new App({ receiver, token, clientOptions: { slackApiUrl } })
app.command('/mentor', async ({ ack }) => {
  await ack()
})

process.once('SIGTERM', () => process.exit())
await app.start({ port: Number(process.env['PORT']), host: '127.0.0.1' })

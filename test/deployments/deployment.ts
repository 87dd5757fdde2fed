/** The app at work on the local GitHub, however it is deployed. */
export interface Deployment {
  webhookUrl: () => string
  /** How a webhook is answered that was taken. */
  accepted: number
  /** Settles when no job is running or waiting. */
  drained: () => Promise<void>
  /** Kills the app in the middle of what it does. */
  crash: () => Promise<void>
  /** Starts it again after a crash. */
  start: () => Promise<void>
  /** What the weekly schedule does. */
  rollUp: () => Promise<void>
  /** What finds deliveries that failed. */
  redeliver: () => Promise<void>
  /** Everything that it wrote. */
  log: () => string
  close: () => Promise<void>
}

import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'

/** The figures that the functions report to CloudWatch; the dashboard in `infrastructure/` shows them by these names. */
export type MetricName =
  | 'DeliveriesQueued'
  | 'DeliveriesIgnored'
  | 'DeliveriesRefused'
  | 'DeliveriesFailed'
  | 'DeliveriesRepeated'
  | 'JobsDone'
  | 'JobsRetried'
  | 'JobsBuried'
  | 'JobsPostponed'
  | 'JobSeconds'
  | 'RollupsQueued'
  | 'IssuesOpened'
  | 'Writes'
  | 'GitHubRequests'
  | 'RateLimitRemaining'
  | 'RateLimitWaits'
  | 'RateLimitWaitSeconds'

export interface Meter {
  add: (name: MetricName, value?: number) => void
  /** Writes what was added as one log line in CloudWatch's embedded metric format. */
  flush: () => void
}

/** @param service tells deployments in one account apart */
export const createMeter = (service: string): Meter => {
  const metrics = new Metrics({ namespace: 'Followthrough', serviceName: service })
  return {
    add: (name, value = 1) => {
      metrics.addMetric(name, name.endsWith('Seconds') ? MetricUnit.Seconds : MetricUnit.Count, value)
    },
    flush: () => {
      if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics()
    },
  }
}

import { words } from './types.ts'

/** Words that can stand in brackets behind a task with a capital ("(Grafana)", "(Optional)") and name no person. */
export const notNames = words(`
      alerting, all, alpha, also, amazon, angular, ansible, apache, application, argo, as, automation, aws,
      azure, backend, beta, both, capacity, chef, circleci, client, cloudflare, communication, confluence,
      consul, customers, cypress, database, datadog, dependabot, design, detect, detection, development, django,
      docker, documentation, draft, dynatrace, elasticsearch, engineering, envoy, everyone, example,
      examples, external, finance, fluentd, for, frontend, future, gatling, github, gitlab, golang, google,
      grafana, graylog, haproxy, helm, ideally, if, in, infra, infrastructure, internal, istio, jaeger,
      java, jenkins, jira, kafka, kibana, kubernetes, laravel, leadership, legal, linear, linux, locust,
      logging, logstash, loki, long-term, management, mandatory, marketing, maybe, medium-term, microsoft,
      mitigate, mitigation, mobile, mongo, mongodb, monitoring, mysql, nagios, network, new, newrelic, nginx,
      nice to have, node, not, notion, old, on, only, operations, opsgenie, optional, oracle, pagerduty,
      part, performance, phase, phase one, pingdom, playwright, postgres, postgresql, prevent, prevention, process, product,
      production, prometheus, puppet, python, quick win, rabbitmq, rails, react, recommended, recovery,
      redis, reliability, relic, renovate, required, response, rust, same, security, see, selenium, sentry,
      server, short-term, slack, snyk, splunk, sprint, stage, staging, step, statuspage, support, team, teams, tempo, tentative,
      terraform, testing, the, this, tooling, traefik, training, travis, typescript, uptimerobot, urgent,
      users, vagrant, varnish, vault, when, windows, with, wordpress, zabbix, zoom,
      anybody, anyone, everybody, he, i, it, nobody, one, she, somebody, someone, that, these, they, those, we, you,
      branch, changelog, code, commit, dashboard, details, diff, docs, here, issue, link, merge request, mr, patch, pr,
      pull request, recording, report, repo, runbook, slides, source, thread, ticket, video, wiki`)

import { parseConfig } from '../config/parse.ts'
import { findingsOnBranch } from '../plan/branch-lines.ts'
import type { Check } from '../plan/check.ts'
import { effectOf, previewFile, type FilePreview } from '../plan/preview.ts'
import { sameRepository } from '../plan/references.ts'
import type { TrackedIssue } from '../plan/types.ts'
import type { FindingId } from '../postmortem/findings/ids.ts'
import type { OpenItem } from '../postmortem/findings/types.ts'
import { misnamedConfigurationProblem } from '../render/notices.ts'
import { previewCheck } from '../render/check.ts'
import type { Deps } from './deps.ts'
import { isImagined, withoutWriting } from './dry-run.ts'
import { readMergeResult, textIn } from './merge-result.ts'
import type { FileContent, FileOnDefaultBranch, PullRequest, Snapshot } from './ports.ts'
import type { PostmortemSync } from './sync-postmortem.ts'
import { syncAll, syncContext, type Branch, type SyncContext } from './sync.ts'

/** Anybody can open a pull request with thousands of files of a megabyte each, and all that are read are in memory at once. */
export const MOST_POSTMORTEMS = 50

/**
 * Finds out what merging a pull request will do, by doing it: the sync runs over the default branch with the files
 * of the merge laid over it, on a GitHub that only reads.
 *
 * @param branch the default branch, and which of the changed paths are postmortems
 */
export const previewMerge = async (branch: Branch, pull: PullRequest, deps: Deps): Promise<Check> => {
  const { snapshot, config } = branch
  const postmortems = branch.postmortems.slice(0, MOST_POSTMORTEMS)
  const dry = withoutWriting(deps)
  const { merged, proposed, problems } = await readMergeResult({ ...branch, postmortems }, pull, dry)
  const misnamed = snapshot.isConfigMisnamed ? [misnamedConfigurationProblem] : []
  const after = { ...snapshot, files: filesAfterMerge(snapshot, merged, pull, dry.clock.now()) }
  const context = await syncContext({ ...branch, snapshot: after }, pull.number, dry)
  const issues = context.world.items()
  const syncs = await syncAll(postmortems, context)
  const previews = syncs.map((sync): FilePreview => {
    const preview = previewFile({
      ...sync,
      problems: [...sync.problems, ...problems, ...misnamed],
      operations: sync.issues,
      isNew: isImagined,
      issues,
      config,
      openElsewhere: openElsewhere(sync, issues, context),
    })
    const texts = [textIn(merged, sync.path), textIn(proposed, sync.path)] as const
    return { ...preview, findings: findingsOnBranch(preview.findings, ...texts) }
  })
  const effect = effectOf(syncs.flatMap((sync) => sync.issues))
  return previewCheck({
    effect,
    files: previews.filter(saysSomething),
    required: requiredOn(snapshot),
    unread: branch.postmortems.length - postmortems.length,
  })
}

/** The default branch after the merge, as far as is known: GitHub dates it, and gives it a commit of its own. */
const filesAfterMerge = (
  { files }: Snapshot,
  changed: ReadonlyMap<string, FileContent>,
  { number, headSha }: PullRequest,
  now: Date,
): Map<string, FileOnDefaultBranch> => {
  const after = new Map(files)
  for (const [path, content] of changed) {
    const before = files.get(path)
    const known = before === undefined || before.kind === 'absent' ? null : before.history
    const history = {
      commit: headSha,
      committedAt: now.toISOString(),
      broughtIn: known?.broughtIn ?? headSha,
      broughtBy: known?.broughtBy ?? number,
    }
    after.set(path, content.kind === 'absent' ? content : { ...content, history })
  }
  return after
}

/** A pull request cannot lift what is required of it: what it says of `require` holds for the next one. */
const requiredOn = ({ config }: Snapshot): readonly FindingId[] => {
  const parsed = parseConfig(config)
  return parsed.ok ? parsed.config.require : []
}

/**
 * Items of other postmortems whose issues are open before the merge. Where issues go to another repository, only the
 * items of this one count: whoever reads the check may not be allowed to know of the others.
 */
const openElsewhere = (
  { path, tracking }: PostmortemSync,
  issues: TrackedIssue[],
  { snapshot, home }: SyncContext,
): OpenItem[] => {
  const isHome = sameRepository(home, snapshot.name)
  const own = new Set([...tracking.values()].map((each) => ('issue' in each ? each.issue.number : null)))
  const isElsewhere = ({ number, state, marker }: TrackedIssue): boolean =>
    state === 'open' &&
    marker.gone === 'no' &&
    !own.has(number) &&
    (marker.repository === snapshot.id ? marker.path !== path : isHome)
  const prefix = isHome ? '' : `${home.owner}/${home.repo}`
  return issues
    .filter(isElsewhere)
    .map(({ number, marker }) => ({ text: marker.text, issue: `${prefix}#${number}` }))
}

/** A file that was deleted before anything was filed from it, and an index without items, need no words. */
const saysSomething = ({ title, rows, findings, problems }: FilePreview): boolean =>
  title !== null || rows.length > 0 || findings.length > 0 || problems.length > 0

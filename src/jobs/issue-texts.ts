import type { Config } from '../config/schema.ts'
import type { IssueTexts } from '../plan/issue-plan.ts'
import type { PostmortemFile } from '../plan/types.ts'
import type { Postmortem } from '../postmortem/types.ts'
import { renderIssueContent } from '../render/issue-content.ts'
import { duplicateBanner, goneBanner, goneComment } from '../render/notices.ts'
import { issueTitle } from '../render/text.ts'
import { fileUrl } from '../render/urls.ts'

/** The texts of the issues of one postmortem. */
export const issueTexts = (
  postmortem: Pick<Postmortem, 'title' | 'incidentDate' | 'severity'>,
  file: PostmortemFile,
  repositoryUrl: string,
  removed: Config['removed'],
): IssueTexts => ({
  title: ({ item }) => issueTitle(item.title),
  content: ({ item, assignees, owners }, { source, due, dueBy }) =>
    renderIssueContent({
      item,
      due,
      dueBy,
      postmortem: { ...postmortem, path: file.path },
      source,
      repositoryUrl,
      pullRequest: file.pullRequest,
      assigned: assignees,
      unassignable: owners.flatMap(({ name, logins }) => (logins.length === 0 ? [name] : [])),
    }),
  goneBanner,
  goneComment: goneComment(
    {
      title: postmortem.title ?? file.path,
      url: fileUrl(repositoryUrl, file.commit, file.path),
    },
    removed === 'close',
  ),
  duplicateBanner,
})

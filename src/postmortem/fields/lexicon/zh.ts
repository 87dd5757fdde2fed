import { casual } from 'chrono-node/zh'
import { dateReader } from './date-reader.ts'
import type { Lexicon } from './types.ts'
import { words } from './types.ts'

export const chinese: Lexicon = {
  labels: {
    action: words(`
      行动, 行动项, 行动项目, 措施, 改进措施, 改进项, 任务, 事项, 待办, 待办事项, 后续行动, 后续措施, 整改措施, 整改项, 动作, 预防措施, 下一步,
      行動, 行動項目, 任務, 事項, 待辦, 待辦事項, 改進項, 后续事项, 跟进事项, 后续工作, 改进行动`),
    description: words('描述, 说明, 说明, 详情, 内容, 具体内容, 說明, 內容, 具体措施'),
    owner: words(
      '负责人, 責任人, 责任人, 负责, 负责方, 责任方, 责任团队, 负责团队, 经办人, 执行人, 跟进人, 指派, 分配给, 所有者, 負責人',
    ),
    due: words(
      '截止日期, 截止时间, 期限, 完成时间, 完成日期, 预计完成时间, 预计完成, 计划完成时间, 计划完成日期, 到期日, 时限, 截止, 截止日, 期望完成时间, 完成時間',
    ),
    priority: words('优先级, 优先度, 优先, 紧急程度, 重要性, 優先級, 優先順序, 优先顺序'),
    status: words('状态, 完成情况, 狀態, 当前状态, 是否完成'),
    ticket: words('工单, 链接, 关联, 关联工单, 相关链接, 跟踪, 工單, 连结, 連結, 任务链接'),
    kind: words('类型, 类别, 分类, 種類, 類型, 類別'),
    number: words('编号, 序号, 編號, 序號'),
    note: words('备注, 说明备注, 備註, 验收标准, 完成标准, 理由, 原因, 验证方式'),
  },
  headers: {
    owner: words('谁'),
    due: words('时间, 日期'),
    status: words('进度, 进展, 進度'),
  },
  done: words(
    '已完成, 完成, 完毕, 已关闭, 关闭, 已解决, 已修复, 已上线, 已实施, 已合并, 已部署, 是, 已落地, 已处理, 已發布, 已發佈',
  ),
  open: words(
    '未, 未完成, 待, 待办, 待处理, 进行中, 处理中, 计划中, 部分, 部分完成, 未开始, 規劃中, 進行中, 否, 待完成, 打开',
  ),
  nobody: words('待定, 待确认, 待分配, 未定, 未分配, 无, 暂无, 未知, 未指定, 待確認, 無'),
  priorities: words('高, 中, 低, 紧急, 严重, 最高, 最低, 緊急, 重要, 一般'),
  foremost: words('最高优先级, 最高優先級, 首要任务'),
  and: words('和, 与, 及, 與'),
  team: words('团队, 小组, 组, 团隊, 團隊, 部门, 部'),
  by: words('截止, 截至, 不晚于, 截止到'),
  byAfter: words('前, 之前, 以前'),
  within: words('在, 未来'),
  withinAfter: words('内, 之内, 以内, 內, 以內'),
  units: {
    day: words('天, 日内'),
    'working day': words('个工作日, 工作日, 個工作日'),
    week: words('周, 个星期, 星期, 週, 個星期'),
    month: words('个月, 個月'),
    year: words('年'),
  },
  numbers: { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 两: 2, 兩: 2 },
  periods: {
    today: words('今天, 今日'),
    'this week': words('本周, 这周, 本周内, 本周末, 这个星期, 周末前, 本週'),
    'next week': words('下周, 下星期, 下个星期, 下周内, 下周末, 下週'),
    'this month': words('本月, 这个月, 月底, 本月底, 本月内, 月末, 月底前, 本月底前'),
    'next month': words('下月, 下个月, 下月底, 下个月底, 下個月'),
    'this quarter': words('本季度, 季度末, 本季度末, 本季度内, 本季'),
    'next quarter': words('下季度, 下个季度, 下季度末, 下一季度'),
    'this year': words('今年, 年底, 今年底, 年底前, 年内'),
    'next year': words('明年, 明年底'),
  },
  incident: {
    start: words(
      '发生时间, 事故时间, 故障时间, 开始时间, 事件时间, 发生日期, 事故日期, 故障日期, 故障发生时间, 事故发生时间, 發生時間, 影响开始时间',
    ),
    date: words('日期, 时间, 持续时间, 故障时长, 影响时间, 時間'),
    severity: words(
      '严重级别, 严重程度, 级别, 故障等级, 故障级别, 事故等级, 事故级别, 等级, 嚴重程度, 严重等级, 影响级别',
    ),
  },
  dates: dateReader(casual, /\p{Script=Han}/u),
}

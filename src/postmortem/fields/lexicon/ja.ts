import { casual } from 'chrono-node/ja'
import { dateReader } from './date-reader.ts'
import type { Lexicon } from './types.ts'
import { words } from './types.ts'

export const japanese: Lexicon = {
  labels: {
    action: words(
      `アクション, アクションアイテム, アクション項目, 対応内容, 対策, 対応策, 再発防止策, タスク, 作業内容, やること, 改善策, 対応事項, 施策, 改善項目, 恒久対策, 暫定対策`,
    ),
    description: words('内容, 説明, 詳細, 概要'),
    owner: words('担当, 担当者, 責任者, オーナー, 担当チーム, 主担当, 対応者, アサイン, 実施者, 担当部署'),
    due: words(
      '期限, 期日, 締切, 締め切り, 完了予定, 完了予定日, 完了期限, 予定日, 目標日, いつまで, 対応期限, 納期, 完了目標',
    ),
    priority: words('優先度, 優先順位, 重要度, 緊急度'),
    status: words('状態, ステータス, 対応状況, 進捗状況'),
    ticket: words('チケット, リンク, 関連チケット, 参照, イシュー'),
    kind: words('種別, 種類, カテゴリ, カテゴリー, 分類, 区分, タイプ'),
    number: words('番号, 項番, 通番'),
    note: words('備考, メモ, コメント, 理由, 目的, 完了条件, 検証方法, 補足'),
  },
  headers: {
    action: words('対応, 作業, 項目'),
    due: words('時期, 実施時期'),
    status: words('完了, 状況, 進捗'),
    ticket: words('関連, 課題, 起票'),
  },
  done: words(
    '完了, 完了済, 完了済み, 済, 済み, 対応済, 対応済み, 実施済, 実施済み, 修正済, 修正済み, 解決済, 解決済み, クローズ, 解決, 終了, リリース済み',
  ),
  open: words(
    '未, 未着手, 未対応, 未完了, 進行中, 対応中, 作業中, 着手中, 一部, 予定, 検討中, 保留, 調整中, 着手',
  ),
  nobody: words('未定, 未割当, 未割り当て, なし, 無し, 不明, 未設定, 要検討, 調整中, 検討中'),
  priorities: words('高, 中, 低, 最高, 最低, 緊急, 最優先, 高い, 低い'),
  foremost: words('最優先'),
  and: words('および, 及び'),
  team: words('チーム, 担当, グループ, オーナー'),
  by: words('期限, 締切'),
  byAfter: words('までに, まで'),
  within: words('今後'),
  withinAfter: words('以内'),
  units: {
    day: words('日間, 日以内'),
    'working day': words('営業日'),
    week: words('週間, 週'),
    month: words('ヶ月, か月, カ月, ケ月, ヵ月, 箇月'),
    year: words('年, 年間'),
  },
  numbers: { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 },
  periods: {
    today: words('本日, 今日, 本日中, 今日中'),
    'this week': words('今週, 今週中, 今週末, 週末, 週内'),
    'next week': words('来週, 来週中, 来週末, 翌週'),
    'this month': words('今月, 今月中, 今月末, 月末, 月内, 当月中'),
    'next month': words('来月, 来月中, 来月末, 翌月, 翌月末'),
    'this quarter': words('今四半期, 四半期末, 今四半期中, 今四半期末, 今期中'),
    'next quarter': words('次四半期, 来四半期, 翌四半期, 来期'),
    'this year': words('今年, 今年中, 年内, 年末'),
    'next year': words('来年, 来年中'),
  },
  incident: {
    start: words(
      '発生日時, 発生日, 発生時刻, 障害発生日時, 開始日時, 開始時刻, 開始, インシデント発生日, インシデント日時, 発生, 障害発生日',
    ),
    date: words('日付, 日時, 期間, 障害期間, 影響期間, 発生期間'),
    severity: words('重大度, 深刻度, 重要度, 影響度, 障害レベル, セベリティ'),
  },
  dates: dateReader(casual, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u),
}

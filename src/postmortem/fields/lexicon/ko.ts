import type { Lexicon } from './types.ts'
import { words } from './types.ts'

export const korean: Lexicon = {
  labels: {
    action: words(
      '조치, 조치 사항, 조치사항, 액션, 액션 아이템, 액션아이템, 할 일, 할일, 대책, 개선 사항, 개선사항, 후속 조치, 후속조치, 재발 방지 대책, 재발방지대책, 태스크, 개선안',
    ),
    description: words('설명, 내용, 상세, 상세 내용'),
    owner: words('담당, 담당자, 책임자, 소유자, 담당 팀, 담당팀, 담당 부서, 오너, 작업자'),
    due: words(
      '기한, 마감, 마감일, 마감 기한, 완료 예정, 완료 예정일, 완료예정일, 목표일, 예정일, 완료일, 완료 목표일, 목표 일정',
    ),
    priority: words('우선순위, 우선 순위, 중요도, 긴급도'),
    status: words('상태, 진행 상태, 진행상태, 진행 상황, 진행상황, 완료 여부'),
    ticket: words('티켓, 링크, 관련 이슈, 지라'),
    kind: words('유형, 종류, 구분, 분류, 카테고리'),
    number: words('번호, 순번'),
    note: words('비고, 메모, 참고, 사유, 완료 조건, 검증 방법'),
  },
  headers: {
    action: words('작업, 항목'),
    due: words('날짜, 일정'),
    status: words('현황'),
    ticket: words('이슈, 참조'),
  },
  done: words(
    '완료, 완료됨, 완료함, 종료, 해결, 해결됨, 처리 완료, 처리완료, 적용 완료, 배포 완료, 조치 완료, 조치완료, 마침, 수정 완료',
  ),
  open: words('미완료, 미착수, 진행 중, 진행중, 예정, 대기, 보류, 검토 중, 검토중, 부분, 일부, 미정, 미해결'),
  nobody: words('미정, 미지정, 없음, 추후 결정, 추후결정, 해당 없음, 미배정'),
  priorities: words('높음, 보통, 중간, 낮음, 긴급, 심각, 최우선, 상, 중, 하, 매우 높음'),
  foremost: words('최우선'),
  and: words('및'),
  team: words('팀, 그룹, 부서'),
  by: words('기한, 마감'),
  byAfter: words('까지'),
  within: words('향후'),
  withinAfter: words('이내, 안에, 내에'),
  units: {
    day: words('일 이내, 일이내, 일 내, 일간'),
    'working day': words('영업일'),
    week: words('주, 주일'),
    month: words('개월, 달'),
    year: words('년'),
  },
  numbers: { 한: 1, 두: 2, 세: 3, 네: 4, 다섯: 5, 여섯: 6, 일곱: 7, 여덟: 8, 아홉: 9, 열: 10 },
  periods: {
    today: words('오늘'),
    'this week': words('이번 주, 이번주, 금주, 이번 주말'),
    'next week': words('다음 주, 다음주, 차주'),
    'this month': words('이번 달, 이번달, 이달, 월말, 이달 말, 이번 달 말, 금월'),
    'next month': words('다음 달, 다음달, 다음 달 말, 차월'),
    'this quarter': words('이번 분기, 분기 말, 이번 분기 말'),
    'next quarter': words('다음 분기, 차분기'),
    'this year': words('올해, 연말, 연내'),
    'next year': words('내년'),
  },
  incident: {
    start: words(
      '발생일, 발생일시, 발생 일시, 발생 시간, 시작 시간, 사고 일시, 장애 발생일, 장애 일시, 발생일자, 시작',
    ),
    date: words('날짜, 일시, 기간, 장애 시간, 지속 시간, 일자'),
    severity: words('심각도, 등급, 장애 등급, 중요도'),
  },
}

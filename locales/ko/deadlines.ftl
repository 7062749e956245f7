# Time limits: from the day something happened to the last day.

deadlines-title = 기한
deadlines-hint = 무슨 일이 있었는지 고르면 마지막 날이 나옵니다
deadlines-about = 무슨 일이 있었는지 고르고 그 날짜를 쓰십시오. 마지막 날이 나옵니다. 여기에서 고르거나 쓴 것은 저장되지 않습니다.
deadlines-empty = 이 안내에는 기한이 없습니다.
deadlines-what = 무슨 일이 있었습니까?
deadlines-other = 다른 일 고르기
deadlines-day = 언제 있었습니까?
deadlines-day-hint = 예: 2026-11-24
deadlines-day-unreadable = 날짜를 알아볼 수 없습니다. 2026-11-24처럼 써 주십시오.
deadlines-day-ahead = 이날은 아직 오지 않았습니다. 날짜를 다시 확인하십시오.
deadlines-last-person = 늦어도 이날까지 하십시오: { $day }
deadlines-last-office = 이날까지 답이 있어야 합니다: { $day }
deadlines-last-paper = 서류의 마지막 날: { $day }
deadlines-left = 남은 날: { $days }
deadlines-today = 오늘이 마지막 날입니다.
deadlines-over = 이날은 지났습니다. 기다리지 마십시오. 지금 무엇을 할 수 있는지 바로 변호사에게 물어보십시오.
deadlines-hours-may-be-left = 아직 다 지나지 않았을 수 있습니다. 지금 바로 하십시오.
deadlines-hours-over = 시간이 다 지났습니다. 기다리지 마십시오. 아래의 주의할 점을 읽고 지금 무엇을 할 수 있는지 바로 변호사에게 물어보십시오.
deadlines-how-early = 가장 이른 날로 셌습니다. 법으로는 며칠 더 있을 수 있습니다. 그것을 믿지 마십시오.
deadlines-how-hours = 그 일이 있은 때부터 시간으로 셉니다. 그날이 끝날 때까지 기다리지 마십시오.
deadlines-how-late = 가장 늦은 날로 셌습니다. 답은 더 일찍 나올 수 있습니다.
deadlines-no-holidays = 공휴일을 알 수 없어 월요일부터 금요일까지를 근무일로 셌습니다. 공휴일이 있으면 실제 날짜는 더 늦을 수 있습니다.
deadlines-review-due = 이 기한은 다시 확인할 날이 지났습니다. 법이 바뀌었을 수 있습니다. 변호사에게 물어보십시오.
deadlines-rests-on = 이 기한의 근거

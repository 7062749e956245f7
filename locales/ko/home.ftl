# The first screen.

home-title = 두루미: 첫 화면
home-urgent = 급할 때
home-door-stopped = 검문을 당했거나 붙잡혔습니다
home-door-stopped-hint = 첫 한 시간에 할 일과 하지 말아야 할 일
home-door-asylum = 망명을 신청하려고 합니다
home-door-asylum-hint = 어디에 어떤 말로 신청하는지
home-door-ill = 아프거나 다쳤습니다
home-door-ill-hint = 의사를 부르는 방법과 보여 줄 말
home-library-hint = 권리와 절차를 쉬운 말로
home-cards-hint = 러시아 사람에게 화면으로 보여 주는 말
home-contacts-hint = 도움을 청할 곳과 피해야 할 곳
home-places-hint = 지금 있는 도시와, 그곳에서 도움을 청할 곳
home-settings-hint = 글자 크기, 화면 키보드, 안전
home-notebook-none = 본인만 볼 수 있는 기록. 아직 만들지 않았습니다
home-notebook-locked = 잠겨 있습니다. 암호로 엽니다
home-notebook-open = 열려 있습니다
home-checked = 안내를 확인한 날: { $day }
home-unreviewed = 아직 변호사의 검토를 받지 않았습니다. 중요한 일은 변호사에게 물어보십시오.
home-own-build = 이 안내는 이 컴퓨터에서 만든 것입니다. 발행자가 확인한 것이 아닙니다.

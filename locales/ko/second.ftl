# The second notebook, forgetting the other one, and erasing everything.

second-title = 두 번째 수첩
second-about = 이 컴퓨터에는 수첩을 두 개 둘 수 있고, 암호가 서로 다릅니다. 어느 암호를 쓰느냐에 따라 열리는 수첩이 달라집니다. 일과 사생활을 이렇게 나누어 쓰기도 합니다.
second-replaced = 전에 이 컴퓨터에서 두 번째 수첩을 만들었다면 새것으로 바뀌고 되살릴 수 없습니다. 그 수첩의 암호를 여기에 쓰면 그대로 남습니다.
second-present = 이 수첩의 암호
second-new = 두 번째 수첩의 암호
second-again = 같은 암호를 다시 한번
second-different = 두 암호가 서로 다릅니다.
second-make = 두 번째 수첩 만들기
second-making = 만드는 중입니다. 몇 초 걸립니다…
second-made = 두 번째 수첩이 만들어졌습니다. 이 수첩을 잠그고 다른 암호를 쓰면 열립니다.
second-forget-title = 이 수첩만 남기는 암호
second-forget-about = 암호를 하나 더 정할 수 있습니다. 그 암호를 쓰면 이 수첩은 평소처럼 열리고, 다른 수첩은 다시는 열 수 없게 됩니다. 화면에는 아무 표시도 나지 않습니다.
second-forget-new = 이 수첩만 남기는 암호
second-forget-make = 이 암호 정하기
second-forget-made = 암호를 정했습니다.
erase-title = 모두 지우기
erase-about = 이 컴퓨터에 있는 두 수첩과 안내를 한꺼번에 지웁니다. 아무도 되살릴 수 없고, 저희도 되살릴 수 없습니다. 다른 곳에 만들어 둔 사본은 남습니다.
erase-word = 지우기
erase-type = 계속하려면 “{ $word }”라고 쓰십시오
erase-hold = 3초 동안 누르고 있으면 지워집니다
erase-holding = 계속 누르고 계십시오…
erase-doing = 지우는 중입니다…

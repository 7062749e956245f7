// The keyboards on the screen. Rows from the top; `shifted` where the upper level is another letter.
//
// 두벌식 is KS X 5002. 조선 배치 is KPS 9256 as one public source shows it (facts/language.md §3.3);
// a second source should be found before anybody relies on it. ㄱㄴㄷ is the order of the alphabet, for
// who never learnt a keyboard.

export type LayoutName = 'dubeolsik' | 'kps' | 'order' | 'russian' | 'latin';

export interface Layout {
  name: LayoutName;
  hangul: boolean;
  rows: readonly string[];
  shifted: readonly string[];
}

const DIGITS = '1234567890';

export const LAYOUTS: readonly Layout[] = [
  {
    name: 'kps',
    hangul: true,
    rows: [DIGITS, 'ㅂㅁㄷㄹㅎㅕㅜㅓㅐㅔ', 'ㅈㄱㅇㄴㅅㅗㅏㅣㅡ', 'ㅋㅌㅊㅍㅠㅛㅑ'],
    shifted: ['!?()《》:;-"', 'ㅃㅁㄸㄹㅎㅕㅜㅓㅒㅖ', 'ㅉㄲㅇㄴㅆㅗㅏㅣㅡ', 'ㅋㅌㅊㅍㅠㅛㅑ'],
  },
  {
    name: 'dubeolsik',
    hangul: true,
    rows: [DIGITS, 'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ', 'ㅁㄴㅇㄹㅎㅗㅓㅏㅣ', 'ㅋㅌㅊㅍㅠㅜㅡ'],
    shifted: ['!?()"\':;-_', 'ㅃㅉㄸㄲㅆㅛㅕㅑㅒㅖ', 'ㅁㄴㅇㄹㅎㅗㅓㅏㅣ', 'ㅋㅌㅊㅍㅠㅜㅡ'],
  },
  {
    name: 'order',
    hangul: true,
    rows: [DIGITS, 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊ', 'ㅋㅌㅍㅎㅏㅑㅓㅕㅗ', 'ㅛㅜㅠㅡㅣㅐㅔ'],
    shifted: ['!?()《》:;-"', 'ㄲㄴㄸㄹㅁㅃㅆㅇㅉㅊ', 'ㅋㅌㅍㅎㅏㅑㅓㅕㅗ', 'ㅛㅜㅠㅡㅣㅒㅖ'],
  },
  {
    name: 'russian',
    hangul: false,
    rows: [DIGITS, 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбюё'],
    shifted: ['!?()«»:;-№', 'ЙЦУКЕНГШЩЗХЪ', 'ФЫВАПРОЛДЖЭ', 'ЯЧСМИТЬБЮЁ'],
  },
  {
    name: 'latin',
    hangul: false,
    rows: [DIGITS, 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
    shifted: ['!?()@#:;-_', 'QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'],
  },
];

// Whether articles are read in easy words. Kept in memory for the next article, and gone when the program is left.

class EasyWords {
  wanted = $state(false);
}

export const easyWords = new EasyWords();

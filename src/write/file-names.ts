const mostCharacters = 60;
const notAllowed = /[<>:"/\\|?*\p{Cc}\p{Cf}]+/gu;

/** Gives out the names of files: each once, letters of both cases being the same, and as every system allows them. */
export interface FileNames {
  /** The title, or as much of it as a name can have, with a number where it is taken, and the ending. */
  claim(title: string): string;
}

export function createFileNames(ending: string): FileNames {
  const taken = new Set<string>();
  return {
    claim(title) {
      const clean = cleanTitle(title);
      for (let number = 1; ; number++) {
        const name = `${clean}${number === 1 ? '' : ` (${number})`}${ending}`;
        if (taken.has(name.toLowerCase())) continue;
        taken.add(name.toLowerCase());
        return name;
      }
    },
  };
}

function cleanTitle(title: string): string {
  const spaced = title.replace(notAllowed, ' ').replace(/\s+/g, ' ').trim();
  return spaced.slice(0, mostCharacters).replace(/[. ]+$/, '') || '-';
}

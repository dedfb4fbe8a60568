/**
 * Completions for bash, which need nothing but bash. The library's script for it wants the package bash-completion, and never completes
 * the names of files. Bash takes `--format=json` for three words, which are put together again.
 */
export const BASH_COMPLETION = `# uscc completion for bash
_uscc() {
  local words=() word answers value files last
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    last=$((\${#words[@]} - 1))
    if ((last >= 0)) && [[ $word == = || \${words[last]} == *= ]]; then words[last]+=$word; else words+=("$word"); fi
  done
  COMPREPLY=()
  answers=$(uscc complete -- "\${words[@]}" 2>/dev/null) || return
  while IFS=$'\\t' read -r value _; do
    case $value in
      :*) files=$value ;;
      *=*) COMPREPLY+=("\${value#*=}") ;;
      ?*) COMPREPLY+=("$value") ;;
    esac
  done <<<"$answers"
  if [[ $files == :0 && \${#COMPREPLY[@]} -eq 0 ]]; then compopt -o default 2>/dev/null; fi
}
complete -F _uscc uscc
`;

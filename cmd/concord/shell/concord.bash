# Completion of concord for bash. To have it in each session:
#
#   concord completion bash > ~/.local/share/bash-completion/completions/concord
#
# where the package bash-completion is there, or else in ~/.bashrc:
#
#   source <(concord completion bash)

_concord() {
  # Words with = in them are cut there by default; put them together again.
  local words=() i joined=
  for ((i = 1; i <= COMP_CWORD; i++)); do
    if [[ ${COMP_WORDS[i]} == "=" && ${#words[@]} -gt 0 ]]; then
      words[${#words[@]} - 1]+="="
      joined=1
    elif [[ $joined ]]; then
      words[${#words[@]} - 1]+=${COMP_WORDS[i]}
      joined=
    else
      words+=("${COMP_WORDS[i]}")
    fi
  done
  local cur=${words[${#words[@]} - 1]} prefix= kind value
  if [[ $cur == --*=* ]]; then
    # What stands before = is kept, unless the shell takes it for one word.
    [[ $COMP_WORDBREAKS == *=* ]] || prefix=${cur%%=*}=
    cur=${cur#*=}
  fi
  COMPREPLY=()
  {
    IFS= read -r kind
    while IFS=$'\t' read -r value _; do
      [[ $value == "$cur"* ]] && COMPREPLY+=("$prefix$value")
    done
  } < <("${COMP_WORDS[0]/#\~/$HOME}" complete -- "${words[@]}" 2>/dev/null)
  if [[ $kind == files ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r value; do
      COMPREPLY+=("$prefix$value")
    done < <(compgen -f -- "$cur")
  fi
}

complete -F _concord concord

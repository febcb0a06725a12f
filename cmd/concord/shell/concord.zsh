#compdef concord
# Completion of concord for zsh. To have it in each session, write it into a
# folder that $fpath names, before compinit is called there:
#
#   concord completion zsh > ~/.zfunc/_concord

_concord() {
  local kind line value
  local -a lines described
  lines=("${(@f)$("${~words[1]}" complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  kind=$lines[1]
  shift lines
  compset -P '--*='
  for line in $lines; do
    value=${line%%$'\t'*}
    if [[ $line == *$'\t'* ]]; then
      described+=("${value//:/\\:}:${line#*$'\t'}")
    else
      described+=("${value//:/\\:}")
    fi
  done
  (( $#described )) && _describe -t values value described
  [[ $kind == files ]] && _files
}

if [[ $funcstack[1] == _concord ]]; then
  _concord "$@"
else
  compdef _concord concord
fi

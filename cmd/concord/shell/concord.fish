# Completion of concord for fish. To have it in each session:
#
#   concord completion fish > ~/.config/fish/completions/concord.fish

function __concord_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l prefix (string match -r -- '^--[^=]+=' $current)
    set -l lines ($words[1] complete -- $words[2..-1] "$current" 2>/dev/null)
    for line in $lines[2..-1]
        echo "$prefix$line"
    end
    if test "$lines[1]" = files
        for path in (__fish_complete_path (string replace -r -- '^--[^=]+=' '' $current))
            echo "$prefix$path"
        end
    end
end

complete -c concord -f -a '(__concord_complete)'

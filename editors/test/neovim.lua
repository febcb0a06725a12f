-- Drives `concord lsp` from Neovim (0.7 or later) without a screen, as a person
-- would: opens two files, edits one, sees the finding come and go in the other,
-- hovers, goes to the evidence, applies a repair and an ignore comment.
--
--   CONCORD=path/to/concord nvim --headless --clean -l editors/test/neovim.lua
--   CONCORD=... nvim --headless --clean -c 'luafile editors/test/neovim.lua'   (before 0.9)
--
-- Ends with "N passed, 0 failed" and status 0, or names what went wrong.

local concord = os.getenv("CONCORD") or "concord"
local passed = 0

local function fail(what)
  io.stdout:write("FAILED: " .. what .. "\n" .. passed .. " passed, 1 failed\n")
  os.exit(1)
end

local function check(so, what)
  if not so then fail(what) end
  passed = passed + 1
end

local summary = {
  "# A spring of talks",
  "",
  "Deputy Foreign Minister Elin Vass spoke three times with Foreign Minister Jonas Brandt in April 2021.",
}
local log = {
  "# Log of engagements, April 2021",
  "",
  "This is the complete list of the talks of Deputy Foreign Minister Elin Vass.",
  "",
  "- 3 April 2021: Deputy Foreign Minister Elin Vass calls Foreign Minister Jonas Brandt",
  "- 12 April 2021: Deputy Foreign Minister Elin Vass meets Foreign Minister Jonas Brandt",
  "- 20 April 2021: Deputy Foreign Minister Elin Vass calls Foreign Minister Jonas Brandt",
}

local function main()
  local dir = vim.fn.resolve(vim.fn.tempname())
  vim.fn.mkdir(dir, "p")
  vim.fn.writefile(summary, dir .. "/summary.md")
  vim.fn.writefile(log, dir .. "/log.md")

  local client = vim.lsp.start_client({ name = "concord", cmd = { concord, "lsp" }, root_dir = dir })
  check(client, "the server starts")

  local function open(name)
    vim.cmd("edit " .. vim.fn.fnameescape(dir .. "/" .. name))
    local buffer = vim.api.nvim_get_current_buf()
    vim.lsp.buf_attach_client(buffer, client)
    return buffer
  end
  local function wait(what, so)
    check(vim.wait(10000, so, 20), what)
  end
  local function findings(buffer) return #vim.diagnostic.get(buffer) end

  local first = open("summary.md")
  local second = open("log.md")
  wait("the server is attached", function() return vim.lsp.buf_is_attached(second, client) end)
  wait("it answers initialize", function() return vim.lsp.get_client_by_id(client).server_capabilities ~= nil end)

  local function request(buffer, method, line, character, more)
    local params = {
      textDocument = { uri = vim.uri_from_bufnr(buffer) },
      position = { line = line, character = character },
      context = { includeDeclaration = true, diagnostics = {} },
      range = { start = { line = line, character = character }, ["end"] = { line = line, character = character } },
    }
    for k, v in pairs(more or {}) do params[k] = v end
    local answers, err = vim.lsp.buf_request_sync(buffer, method, params, 10000)
    check(answers and answers[client] and not answers[client].error, method .. " is answered: " .. vim.inspect(err or answers))
    return answers[client].result
  end

  -- All agrees at first; a hover says so.
  local hover = request(first, "textDocument/hover", 2, 45)
  check(hover and hover.contents.value:find("agrees", 1, true), "the hover says that the claim agrees")
  check(findings(first) == 0 and findings(second) == 0, "nothing is found at first")

  -- An entry is taken out of the list: the sentence in the other file is wrong.
  vim.api.nvim_buf_set_lines(second, 6, 7, false, {})
  wait("the finding appears in the other file", function() return findings(first) == 1 end)
  local d = vim.diagnostic.get(first)[1]
  check(d.lnum == 2 and d.col == 40 and d.end_col == 51, "it marks the words: " .. vim.inspect(d))
  check(d.source == "concord" and d.message:find("the list has 2", 1, true), "it tells what was counted")
  check(#(d.user_data.lsp.relatedInformation or {}) == 2, "it names both entries")

  -- Go to the evidence.
  local places = request(first, "textDocument/definition", 2, 45)
  check(#places == 2 and places[1].uri == vim.uri_from_bufnr(second) and places[1].range.start.line == 4, "the evidence is in the log")

  -- Put the entry back: it vanishes.
  vim.api.nvim_buf_set_lines(second, 6, 6, false, { log[7] })
  wait("the finding vanishes", function() return findings(first) == 0 end)

  -- Spoil the sentence with wide characters before it, and repair it by the
  -- server's suggestion.
  vim.api.nvim_buf_set_lines(first, 2, 3, false, { "📞 Ægir: " .. summary[3]:gsub("three times", "seven times") })
  wait("the finding is there again", function() return findings(first) == 1 end)
  local column = vim.diagnostic.get(first)[1].col
  check(vim.api.nvim_buf_get_lines(first, 2, 3, false)[1]:sub(column + 1, column + 11) == "seven times", "the place is right behind wide characters")
  local client_object = vim.lsp.get_client_by_id(client)
  local encoding = client_object.offset_encoding
  local character = vim.str_utfindex and encoding ~= "utf-8"
      and select(2, vim.str_utfindex(vim.api.nvim_buf_get_lines(first, 2, 3, false)[1], column)) or column
  local function action(start)
    for _, a in ipairs(request(first, "textDocument/codeAction", 2, character + 2) or {}) do
      if vim.startswith(a.title, start) then return a end
    end
    fail("there is no action " .. start)
  end
  vim.lsp.util.apply_workspace_edit(action("Replace").edit, encoding)
  check(vim.api.nvim_buf_get_lines(first, 2, 3, false)[1]:find("spoke three times with", 1, true), "the repair writes the right words in the right place")
  wait("the repair settles it", function() return findings(first) == 0 end)

  -- Spoil it once more, and have it ignored.
  vim.api.nvim_buf_set_lines(first, 2, 3, false, { (summary[3]:gsub("three times", "seven times")) })
  wait("the finding is there a third time", function() return findings(first) == 1 end)
  character = 42
  vim.lsp.util.apply_workspace_edit(action("Ignore").edit, encoding)
  check(vim.api.nvim_buf_get_lines(first, 2, 3, false)[1]:find("concord: ignore count-log", 1, true), "the comment is written")
  wait("the comment silences it", function() return findings(first) == 0 end)

  -- Goodbye.
  vim.lsp.get_client_by_id(client).stop()
  wait("the server ends", function() return vim.lsp.get_client_by_id(client) == nil or vim.lsp.get_client_by_id(client).is_stopped() end)
  io.stdout:write(passed .. " passed, 0 failed\n")
  os.exit(0)
end

local ok, err = xpcall(main, debug.traceback)
if not ok then fail(err) end

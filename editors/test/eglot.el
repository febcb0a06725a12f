;;; eglot.el --- drives `concord lsp' from Emacs with eglot  -*- lexical-binding: t -*-

;; A person's way, without a screen: opens two files, edits one, sees the
;; finding come and go in the other, reads a hover, goes to the evidence and
;; applies a repair.
;;
;;   CONCORD=path/to/concord emacs --batch -f package-initialize -l editors/test/eglot.el
;;
;; Ends with "N passed, 0 failed" and status 0, or names what went wrong.

;;; Code:

(require 'eglot)
(require 'flymake)
(require 'markdown-mode)
(require 'cl-lib)

(defvar passed 0)

(defun check (so what)
  "Count SO as passed, or end with WHAT."
  (unless so
    (message "FAILED: %s\n%d passed, 1 failed" what passed)
    (kill-emacs 1))
  (setq passed (1+ passed))
  so)

(defun wait (what so)
  "Wait until the function SO is true of the world, or end with WHAT."
  (let ((deadline (+ (float-time) 15)) (done nil))
    (while (and (not (setq done (funcall so))) (< (float-time) deadline))
      (accept-process-output nil 0.05))
    (check done what)))

(let* ((dir (file-name-as-directory (file-truename (make-temp-file "concord-test" t))))
       (concord (or (getenv "CONCORD") "concord"))
       (eglot-autoshutdown nil)
       (eglot-confirm-server-initiated-edits nil)
       summary log)
  (write-region "# A spring of talks\n\nDeputy Foreign Minister Elin Vass spoke three times with Foreign Minister Jonas Brandt in April 2021.\n"
                nil (concat dir "summary.md") nil 'quiet)
  (write-region (concat "# Log of engagements, April 2021\n\n"
                        "This is the complete list of the talks of Deputy Foreign Minister Elin Vass.\n\n"
                        "- 3 April 2021: Deputy Foreign Minister Elin Vass calls Foreign Minister Jonas Brandt\n"
                        "- 12 April 2021: Deputy Foreign Minister Elin Vass meets Foreign Minister Jonas Brandt\n"
                        "- 20 April 2021: Deputy Foreign Minister Elin Vass calls Foreign Minister Jonas Brandt\n")
                nil (concat dir "log.md") nil 'quiet)
  (setq summary (find-file-noselect (concat dir "summary.md"))
        log (find-file-noselect (concat dir "log.md")))
  (with-current-buffer summary
    (eglot '(markdown-mode) (eglot--current-project) 'eglot-lsp-server (list concord "lsp") "markdown")
    (wait "eglot manages the buffer" (lambda () (eglot-managed-p))))
  (with-current-buffer log
    (eglot--maybe-activate-editing-mode)
    (wait "eglot manages the other buffer" (lambda () (eglot-managed-p))))
  (cl-flet ((findings () (with-current-buffer summary (flymake-start) (flymake-diagnostics)))
            (sync (buffer) (with-current-buffer buffer (eglot--signal-textDocument/didChange))))
    (check (null (findings)) "nothing is found at first")
    (with-current-buffer log
      (goto-char (point-min))
      (search-forward "- 20 April")
      (delete-region (line-beginning-position) (point-max)))
    (sync log)
    (wait "the finding appears in the other file" (lambda () (findings)))
    (let ((d (car (findings))))
      (check (string-match-p "the list has 2" (flymake-diagnostic-text d)) "it tells what was counted")
      (with-current-buffer summary
        (check (equal (buffer-substring (flymake-diagnostic-beg d) (flymake-diagnostic-end d)) "three times") "it marks the words")
        (goto-char (+ 2 (flymake-diagnostic-beg d)))
        (let* ((server (eglot--current-server-or-lose))
               (at (eglot--TextDocumentPositionParams))
               (hover (jsonrpc-request server :textDocument/hover at))
               (places (jsonrpc-request server :textDocument/definition at))
               (actions (jsonrpc-request server :textDocument/codeAction
                                         (list :textDocument (eglot--TextDocumentIdentifier)
                                               :range (list :start (eglot--pos-to-lsp-position) :end (eglot--pos-to-lsp-position))
                                               :context (list :diagnostics [])))))
          (check (string-match-p "conflicts" (plist-get (plist-get hover :contents) :value)) "the hover says that it conflicts")
          (check (= (length places) 2) "there are two places of evidence")
          (let ((repair (cl-find-if (lambda (a) (string-prefix-p "Replace" (plist-get a :title))) actions)))
            (check repair "a repair is offered")
            (eglot--apply-workspace-edit (plist-get repair :edit))
            (goto-char (point-min))
            (check (search-forward "spoke twice with" nil t) "the repair writes the right words in the right place")))))
    (sync summary)
    (wait "the finding vanishes" (lambda () (null (findings))))
    (with-current-buffer summary
      (let ((server (eglot--current-server-or-lose)))
        (eglot-shutdown server nil 5)
        (check (not (jsonrpc-running-p server)) "the server ends"))))
  (message "%d passed, 0 failed" passed)
  (kill-emacs 0))

;;; eglot.el ends here

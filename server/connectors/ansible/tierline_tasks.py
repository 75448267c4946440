"""Ansible callback that prints one JSON line per finished task, all hosts taken together."""
import json

from ansible.plugins.callback import CallbackBase

DOCUMENTATION = """
name: tierline_tasks
type: stdout
short_description: one JSON line per task
description: For a program that reads along while the playbook runs.
"""

# The worst state among the hosts is the state of the task.
SEVERITY = ["skipped", "ok", "changed", "ignored", "failed", "unreachable"]


class CallbackModule(CallbackBase):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "stdout"
    CALLBACK_NAME = "tierline_tasks"

    def __init__(self):
        super().__init__()
        self.task = None
        self.state = None
        self.hosts = 0
        self.message = ""

    def v2_playbook_on_task_start(self, task, is_conditional):
        self._flush()
        self.task = task.get_name().strip()

    v2_playbook_on_handler_task_start = lambda self, task: self.v2_playbook_on_task_start(task, False)

    def v2_runner_on_ok(self, result):
        self._take(result, "changed" if result._result.get("changed") else "ok")

    def v2_runner_on_failed(self, result, ignore_errors=False):
        self._take(result, "ignored" if ignore_errors else "failed")

    def v2_runner_on_unreachable(self, result):
        self._take(result, "unreachable")

    def v2_runner_on_skipped(self, result):
        self._take(result, "skipped")

    def v2_playbook_on_stats(self, stats):
        self._flush()

    def _take(self, result, state):
        self.hosts += 1
        if self.state is None or SEVERITY.index(state) > SEVERITY.index(self.state):
            self.state = state
        # Results of a task with no_log arrive here censored already.
        if state in ("failed", "unreachable", "ignored"):
            self.message = str(result._result.get("msg", ""))[:500]

    def _flush(self):
        if self.task is not None and self.state is not None:
            line = {"task": self.task, "state": self.state, "hosts": self.hosts, "message": self.message}
            self._display.display(json.dumps(line))
        self.task, self.state, self.hosts, self.message = None, None, 0, ""

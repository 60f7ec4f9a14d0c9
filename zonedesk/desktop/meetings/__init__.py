"""The parts of the page 调度: duties due, meetings, action items, campaigns."""

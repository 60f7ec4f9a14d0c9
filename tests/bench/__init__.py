"""Speed, as ratios within one run: `python -m tests.bench`. Not tests: nothing here fails on a slow machine."""

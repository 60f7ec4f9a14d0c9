"""手续矩阵: the parts of the page of projects against procedures."""

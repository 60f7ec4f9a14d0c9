"""Problems, supervision and duties on the screen: the books and the panels beside them."""

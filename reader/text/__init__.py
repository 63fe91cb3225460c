"""Reading English, knowing no article: tokens, sentences, numbers, dates, and cleaning for the screen."""

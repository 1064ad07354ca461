"""Measures the built site as a reader's phone, a reader's software and the rules of HTML see it: `make audit`.

    project.py      the project to look at: this one, or one of any number of plans
    hosting.py      the site as the README recommends to host it
    sample.py       of each kind of page, in each language, the largest
    lighthouse.py, axe.py, wire.py, first_query.py    what is asked of a page of each kind
    nu.py, links.py                                   what is asked of every page
    figures.py      what comes of all that: figures with their bounds
    table.py        figures as text, and the exit status

One module knows one tool. A tool that is missing is said to be not run, and counts as not passed.
"""

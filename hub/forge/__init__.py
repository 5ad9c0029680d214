"""What the hub does on a forge, whichever it is: `python3 -m hub.forge`, called by the workflows.

    web, github, forgejo, gitlab    the forges, by their API
    environment                     what the machine that runs a job says of itself
    renewed                         one issue, one comment, renewed and never doubled
    preparing, announcing           what a change does: found in its own job, told from another
    proposing                       the answers of a form -> a proposal
    gathering                       the branch of the workshop -> one proposal, where it cannot open any
    taking                          what was published before, taken back; what is published, given

With the standard library alone: a job that holds a token installs nothing. Words of strangers are made
harmless by `hub.markup.forge` and `hub.markup.outline`, which ask no more. The rest imports nothing of it.
"""

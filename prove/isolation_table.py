"""Who may do what, in words, told here once more and apart from the register: what the experiment expects.

Seats are a circle's: a member, a convener (who may be none of the members), a facilitator, the lead of this meeting.
"""

from bot.core.model import Role

MEMBERS = """
    welcome talk-first leave leave-sure leave-word seat-yes seat-no away rota-part quotes quote-drop expect keepsake
    followup followup-stop followup-answer keep-longer pick own-theme-add agreement-rule agreement-accept
    agreement-unaccept calendar times-answer times-set convene coming absent late early reason reason-drop note
    note-keep notes note-drop notes-keep lead-take swap-yes swap-no swap-back catchup rate sentence carry feedback
    carry-open quote evaluate evaluate-words evaluate-fields evaluate-quote still-along along-yes
"""
"""What each does for themselves, as one of the peers."""

CONVENERS = """
    newcomers newcomer-in newcomer-not subgroups subgroup-add subgroup-name subgroup-drop subgroup-drop-sure
    subgroup-back subgroup-pick subgroup-link subgroup-unlink seat-pick seat-ask seat-down seat-down-sure facilitators
    facilitator-in facilitator-not facilitator-end reasons-show reasons-hide vote-open vote-close vote-accept themes add
    add-sure seasons-last seasons-last-sure seasons-on seasons-count holiday holiday-sure times-who times-names absences
    upcoming extras trouble pause resume end end-sure convening meet few move move-sure move-on move-on-sure cancel
    cancel-sure change naming along along-ask along-sure along-back
"""

FACILITATORS = "facilitate-stop reflections reflect reflection reflect-share reflect-drop"

PEERS_AND_CONVENERS = "my-subgroup again again-sure own-theme-drop"

WHOLE_CIRCLE = """
    seat guests materials material material-drop rota quotations report vote own-theme agreement agreement-space
    agreement-old agreement-point agreement-agree agreement-pick agreement-write agreement-wishes agreement-rule-drop
    agreement-rule-back agreement-offer agreement-put agreement-reopen agreement-rewrite agreement-change agreement-undo
    agreement-undo-sure rhythm seasons between times times-post times-close times-withdraw times-withdraw-sure
    times-pick times-pick-sure menu ours guest guest-drop theme meeting
"""

LEADS = "clock"
LEADING_MEMBERS = "swap"
LEADS_AND_CONVENERS = "held present outcome"
LEADS_CONVENERS_FACILITATORS = "brief lead-pass done"
"""What belongs to whoever leads this very meeting, and to those beside them."""

ANYBODY = "subgroup setup setup-sure zone language id start help privacy waiting mydata forgetme forget-sure"
"""About oneself, or a group that is not there yet; of another's group nothing is told all the same."""

AT_THE_DOOR = "join newcomer-withdraw facilitate plan"
"""For those who stand in a group's own channel, or in it; of them the group's name is told there, and no more."""

_MEMBER, _CONVENER, _FACILITATOR, _LEAD = "member", "convener", "facilitator", "lead"

_TABLE: tuple[tuple[str, frozenset[str]], ...] = (
    (MEMBERS, frozenset({_MEMBER})),
    (CONVENERS, frozenset({_CONVENER})),
    (FACILITATORS, frozenset({_FACILITATOR})),
    (PEERS_AND_CONVENERS, frozenset({_MEMBER, _CONVENER})),
    (WHOLE_CIRCLE, frozenset({_MEMBER, _CONVENER, _FACILITATOR})),
    (LEADS, frozenset({_LEAD})),
    (LEADING_MEMBERS, frozenset({_LEAD})),
    (LEADS_AND_CONVENERS, frozenset({_LEAD, _CONVENER})),
    (LEADS_CONVENERS_FACILITATORS, frozenset({_LEAD, _CONVENER, _FACILITATOR})),
    (ANYBODY, frozenset()),
    (AT_THE_DOOR, frozenset()),
)

MAY = {word: seats for words, seats in _TABLE for word in words.split()}
"""The seats of which one lets a person do this; empty where no seat is needed."""

_AS_ROLES = {_MEMBER: Role.MEMBER, _CONVENER: Role.CONVENER, _FACILITATOR: Role.FACILITATOR}
_CIRCLE = frozenset(_AS_ROLES.values())


def asked_of(word: str) -> frozenset[Role]:
    """The roles that the register must ask for: a lead is a member, or a facilitator who leads from outside."""
    if word in LEADING_MEMBERS.split():
        return frozenset({Role.MEMBER})
    if _LEAD in MAY[word]:
        return _CIRCLE
    return frozenset(_AS_ROLES[seat] for seat in MAY[word])

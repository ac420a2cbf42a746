"""What each method takes, and what the objects in it look like, by Bot API 10.1.

One word for a parameter: `name:Type|Type`, `[]` for an array, `!` when it is required, `-` when the stand-in knows the
name and does not carry it: such a call is refused, so that no test passes on something that nobody looked at.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """What one parameter or field may be."""

    types: tuple[str, ...]
    required: bool
    carried: bool


def _rules(words: str) -> dict[str, Rule]:
    rules = {}
    for word in words.split():
        name, _, kinds = word.partition(":")
        bare = kinds.rstrip("!-")
        rules[name] = Rule(tuple(bare.split("|")), "!" in kinds, "-" not in kinds)
    return rules


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MARKUP = "reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply"
_SENDING = f"""business_connection_id:String- chat_id:Integer|String! message_thread_id:Integer
    direct_messages_topic_id:Integer- disable_notification:Boolean protect_content:Boolean allow_paid_broadcast:Boolean-
    message_effect_id:String- suggested_post_parameters:SuggestedPostParameters- reply_parameters:ReplyParameters
    {_MARKUP}"""
_EDITING = """business_connection_id:String- chat_id:Integer|String message_id:Integer inline_message_id:String-
    reply_markup:InlineKeyboardMarkup"""

METHODS: dict[str, dict[str, Rule]] = {
    "getMe": {},
    "getUpdates": _rules("offset:Integer limit:Integer timeout:Integer allowed_updates:String[]"),
    "setWebhook": _rules(
        "url:String! certificate:InputFile- ip_address:String- max_connections:Integer allowed_updates:String[] "
        "drop_pending_updates:Boolean secret_token:String"
    ),
    "deleteWebhook": _rules("drop_pending_updates:Boolean"),
    "getWebhookInfo": {},
    "sendMessage": _rules(
        f"{_SENDING} text:String! parse_mode:String entities:MessageEntity[]- link_preview_options:LinkPreviewOptions"
    ),
    "sendDocument": _rules(
        f"{_SENDING} document:InputFile|String! thumbnail:InputFile|String- caption:String parse_mode:String "
        "caption_entities:MessageEntity[]- disable_content_type_detection:Boolean"
    ),
    "editMessageText": _rules(
        f"{_EDITING} text:String parse_mode:String entities:MessageEntity[]- link_preview_options:LinkPreviewOptions "
        "rich_message:InputRichMessage-"
    ),
    "editMessageCaption": _rules(
        f"{_EDITING} caption:String parse_mode:String caption_entities:MessageEntity[]- "
        "show_caption_above_media:Boolean-"
    ),
    "editMessageReplyMarkup": _rules(_EDITING),
    "deleteMessage": _rules("chat_id:Integer|String! message_id:Integer!"),
    "answerCallbackQuery": _rules(
        "callback_query_id:String! text:String show_alert:Boolean url:String cache_time:Integer"
    ),
    "pinChatMessage": _rules(
        "business_connection_id:String- chat_id:Integer|String! message_id:Integer! disable_notification:Boolean"
    ),
    "getChat": _rules("chat_id:Integer|String!"),
    "getChatMember": _rules("chat_id:Integer|String! user_id:Integer!"),
    "getChatAdministrators": _rules("chat_id:Integer|String! return_bots:Boolean"),
    "setMyCommands": _rules("commands:BotCommand[]! scope:BotCommandScope language_code:String"),
    "deleteMyCommands": _rules("scope:BotCommandScope language_code:String"),
    "getMyCommands": _rules("scope:BotCommandScope language_code:String"),
    "leaveChat": _rules("chat_id:Integer|String!"),
}

_SCOPED = "type:String! chat_id:Integer|String!"

OBJECTS: dict[str, dict[str, Rule]] = {
    "InlineKeyboardMarkup": _rules("inline_keyboard:InlineKeyboardButton[][]!"),
    "InlineKeyboardButton": _rules(
        "text:String! style:String icon_custom_emoji_id:String- url:String callback_data:String web_app:WebAppInfo- "
        "login_url:LoginUrl- switch_inline_query:String- switch_inline_query_current_chat:String- "
        "switch_inline_query_chosen_chat:SwitchInlineQueryChosenChat- copy_text:CopyTextButton- "
        "callback_game:CallbackGame- pay:Boolean-"
    ),
    "ReplyKeyboardRemove": _rules("remove_keyboard:Boolean! selective:Boolean"),
    "ForceReply": _rules("force_reply:Boolean! input_field_placeholder:String selective:Boolean"),
    "ReplyParameters": _rules(
        "message_id:Integer! chat_id:Integer|String- allow_sending_without_reply:Boolean quote:String- "
        "quote_parse_mode:String- quote_entities:MessageEntity[]- quote_position:Integer- checklist_task_id:Integer- "
        "poll_option_id:String-"
    ),
    "LinkPreviewOptions": _rules(
        "is_disabled:Boolean url:String prefer_small_media:Boolean prefer_large_media:Boolean show_above_text:Boolean"
    ),
    "BotCommand": _rules("command:String! description:String!"),
    "BotCommandScopeDefault": _rules("type:String!"),
    "BotCommandScopeAllPrivateChats": _rules("type:String!"),
    "BotCommandScopeAllGroupChats": _rules("type:String!"),
    "BotCommandScopeAllChatAdministrators": _rules("type:String!"),
    "BotCommandScopeChat": _rules(_SCOPED),
    "BotCommandScopeChatAdministrators": _rules(_SCOPED),
    "BotCommandScopeChatMember": _rules(f"{_SCOPED} user_id:Integer!"),
}

# What says of which kind a scope is.
SCOPES = {
    "default": "BotCommandScopeDefault",
    "all_private_chats": "BotCommandScopeAllPrivateChats",
    "all_group_chats": "BotCommandScopeAllGroupChats",
    "all_chat_administrators": "BotCommandScopeAllChatAdministrators",
    "chat": "BotCommandScopeChat",
    "chat_administrators": "BotCommandScopeChatAdministrators",
    "chat_member": "BotCommandScopeChatMember",
}

# Everything that an update can be about; the last three come only to those who ask for them by name.
UPDATE_KINDS = _names(
    """message edited_message channel_post edited_channel_post business_connection business_message
    edited_business_message deleted_business_messages guest_message inline_query chosen_inline_result callback_query
    shipping_query pre_checkout_query purchased_paid_media poll poll_answer my_chat_member chat_join_request chat_boost
    removed_chat_boost managed_bot chat_member message_reaction message_reaction_count"""
)
UPDATES_BY_DEFAULT = UPDATE_KINDS - {"chat_member", "message_reaction", "message_reaction_count"}

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ANSWER_LIMIT = 200
CALLBACK_DATA_BYTES = 64
BUTTONS_LIMIT = 100
ROW_LIMIT = 8
COMMANDS_LIMIT = 100
DESCRIPTION_LIMIT = 256
FILE_BYTES = 50 * 1024 * 1024

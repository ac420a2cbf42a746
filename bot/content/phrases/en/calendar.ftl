# A calendar address of one's own.

button-calendar = Calendar address
button-calendar-open = Open the calendar
button-calendar-new = Make a new address
button-calendar-off = Remove the address
calendar-heading = Your own calendar address: { $group }
calendar-how = Add this address to your calendar (“subscribe to calendar”). When a meeting moves, it moves in your calendar too.
calendar-secret = The address is yours alone, and I show it only this once. It holds the group's name and the times, nothing else. If it is lost, make a new one.
calendar-is = You have a calendar address already. I can't show it again, but you can make a new one. The old one then stops working.
calendar-off = The calendar address has been removed and no longer works.
calendar-not-here = There are no calendar addresses here. The reminder brings a file that you can add to your calendar.
calendar-note = The place and the theme are in the group's own channel.

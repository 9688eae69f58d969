/// Messages of e-mail.
enum MailSeeds {
    static let messages = [
        """
        From: "Harbour Wire" <news@hw.example>
        To: desk@b.example
        Subject: =?utf-8?B?RmxvZCBraWxscyAxNA==?=
        Date: Thu, 02 May 2024 23:15:00 -0300
        Message-ID: <1@hw.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b1"

        --b1
        Content-Type: multipart/alternative; boundary=b2

        --b2
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        In K=C3=B6ln 14 people were=
         killed.
        --b2
        Content-Type: text/html; charset=iso-8859-1
        Content-Transfer-Encoding: base64

        PHA+MTQgcGVvcGxlIHdlcmUga2lsbGVkLjwvcD4=
        --b2--
        --b1
        Content-Type: application/octet-stream; name="a.txt"
        Content-Disposition: attachment; filename*=utf-8''a%20b.txt

        Another 40 people were hurt in Bonn.
        --b1--
        """,
        "From: a@b.example\r\nDate: 2 May 2024\r\nSubject: Toll\r\n\r\nKilled: 14\r\n> Killed: 99\r\n-- \r\nA Reporter",
        """
        From: a@b.example
        Subject: Fwd
        Content-Type: message/rfc822

        From: c@d.example
        Subject: =?iso-8859-1?Q?K=F6ln?=
        Content-Type: text/plain; charset="utf-7"

        14 people were killed.
        """,
    ].map { Array($0.utf8) }

    static let words = [
        "Content-Type: multipart/mixed; boundary=b", "\n--b", "--\n", "Content-Transfer-Encoding: base64", "=?utf-8?Q?",
        "?=", "=\n", "=C3=B6", "Content-Type: message/rfc822\n\n", "Content-Disposition: attachment; filename=\"",
        "charset=", "\n\n", "\r\n", "Subject: ", "Date: ", "From: ", "boundary=\"\"", "begin 644 a\n", "> ",
        "text/html",
    ]
}

using Integrationskonzept.Mailing.Messages;

namespace Integrationskonzept.Mailing.Tests;

public sealed class When_addresses_are_read
{
    [Theory]
    [InlineData("anna@example.org")]
    [InlineData("anna+news@sub.example.org")]
    [InlineData("änne@größe.example")]
    public void One_plain_address_is_taken(string address) => MailAddresses.IsValid(address).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("anna")]
    [InlineData("anna@localhost")]
    [InlineData("anna@192.0.2.1")]
    [InlineData("anna@[192.0.2.1]")]
    [InlineData("anna@example..org")]
    [InlineData("anna b@example.org")]
    [InlineData("Anna <anna@example.org>")]
    [InlineData("anna@example.org, berta@example.org")]
    [InlineData("anna@example.org\r\nBcc: berta@example.org")]
    [InlineData("\"anna b\"@example.org")]
    public void Anything_else_is_not(string address) => MailAddresses.IsValid(address).ShouldBeFalse();

    [Fact]
    public void Case_and_composition_say_nothing() =>
        MailAddresses.KeyOf(" A\u0308NNE@Example.org ").ShouldBe(MailAddresses.KeyOf("\u00e4nne@example.org"));

    [Fact]
    public void A_plus_sign_sorts_mail_within_one_mailbox() =>
        MailAddresses.MailboxOf("Anna+news@example.org").ShouldBe(MailAddresses.MailboxOf("anna@example.org"));
}

using System.Reflection;
using System.Text.RegularExpressions;
using Integrationskonzept.Drafting;
using Integrationskonzept.Identity;
using Integrationskonzept.Participation;
using Integrationskonzept.Publication;
using Integrationskonzept.Scheduling;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Api.Tests;

/// <summary>
/// Columns whose names say that they hold somebody's id, address or name. Each is told of and forgotten by a class of data
/// (<c>IPersonalData</c>) of its service; a new one is missing here until somebody has thought of both.
/// </summary>
public sealed partial class When_a_table_knows_people
{
    static readonly Dictionary<string, string[]> Known = new()
    {
        ["drafting"] = ["revisions.editor", "translation_revisions.editor"],
        ["identity"] =
        [
            "accounts.user_name",
            "code_secrets.account_id",
            "erasures.address", // until the last receipt
            "erasures.person",
            "grants.account_id", // an alias
            "grants.actor",
            "invitations.invited_by",
            "invitations.user_name",
            "memberships.account_id",
            "passkeys.account_id",
            "person_aliases.person",
            "recovery_codes.account_id",
            "sessions.account_id",
        ],
        ["participation"] =
        [
            "card_dots.participant",
            "cards.account",
            "cards.writer",
            "comments.author",
            "consents.subject",
            "contributions.author",
            "drafts.author",
            "invitations.address",
            "moderation_blocks.by",
            "moderation_blocks.person",
            "moderation_cases.author",
            "moderation_cases.claimed_by",
            "moderation_cases.decided_before",
            "moderation_cases.decided_by",
            "moderation_log.actor", // an alias
            "moderation_reports.reporter",
            "news_addresses.address",
            "news_addresses.person",
            "organisations.contacts",
            "organisations.delegates",
            "person_aliases.person",
            "points.giver",
            "record_corrections.author",
            "stakeholder_persons.name",
            "supports.supporter",
        ],
        ["publication"] = [],
        ["scheduling"] =
        [
            "check_ins.by",
            "consents.subject",
            "contacts.address",
            "contacts.address_key",
            "contacts.subject",
            "invitations.address",
            "invitations.address_key",
            "poll_answers.subject",
            "poll_invitations.address",
            "poll_invitations.address_key",
            "poll_invitations.subject",
            "registration_requests.address",
            "registration_requests.name",
            "registrations.name",
            "registrations.subject",
        ],
    };

    /// <summary>What everybody has, and what holds hashes, or the Landkreis' own.</summary>
    static readonly string[] Nobodys =
    [
        "address_allowance.address", // a hash, for a day
        "erased_persons.person_hash",
        "idempotency_keys.caller", // of every service: RepeatedRequests
        "known_tenants.name",
        "mandates.decided_by", // the council
        "mandates.subject",
        "processes.subject",
        "sender_settings.address",
        "sender_settings.name",
        "sender_settings.user_name",
        "check_in_lists.name",
        "organisations.name",
        "OpenIddictAuthorizations.subject", // with the account
        "OpenIddictScopes.name",
        "OpenIddictTokens.subject",
    ];

    /// <summary>The erasure itself forgets whom it was about.</summary>
    static readonly string[] Own = ["erasures"];

    [Fact]
    public void A_class_of_data_is_in_charge_of_it()
    {
        var models = new Dictionary<string, DbContext>
        {
            ["drafting"] = ServiceHost.Open<DraftingDb>("Host=nowhere"),
            ["identity"] = ServiceHost.Open<IdentityDb>("Host=nowhere"),
            ["participation"] = ServiceHost.Open<ParticipationDb>("Host=nowhere"),
            ["publication"] = ServiceHost.Open<PublicationDb>("Host=nowhere"),
            ["scheduling"] = ServiceHost.Open<SchedulingDb>("Host=nowhere"),
        };
        foreach (var (service, db) in models)
        {
            var found = db
                .Model.GetEntityTypes()
                .SelectMany(type => type.GetProperties().Select(column => $"{type.GetTableName()}.{column.GetColumnName()}"))
                .Distinct()
                .Where(column => Name().IsMatch(column) && !Nobodys.Contains(column))
                .ToList();
            found
                .Except(Known[service])
                .ShouldBeEmpty($"columns of {service} that know people; add an IPersonalData, then its columns here");
            Known[service].Except(found).ShouldBeEmpty($"{service} has these columns no more");
            var classes = db.GetType().Assembly.GetTypes().Where(type => typeof(IPersonalData).IsAssignableFrom(type)).ToList();
            classes.ShouldAllBe(type => type.GetCustomAttribute<InChargeOfAttribute>() != null);
            var charged = classes.SelectMany(type => type.GetCustomAttribute<InChargeOfAttribute>()!.Tables).ToList();
            found
                .Select(column => column.Split('.')[0])
                .Except(charged)
                .Except(Own)
                .ShouldBeEmpty($"tables of {service} that know people, and no class of data says that it is in charge of them");
            charged
                .Except(db.Model.GetEntityTypes().Select(type => type.GetTableName()))
                .ShouldBeEmpty($"{service} has these tables no more");
        }
    }

    [GeneratedRegex(
        @"\.(author|account(_id)?|actor|address(_key)?|by|\w+_by|caller|contacts|decided_before|delegates|editor|giver|name|participant"
            + @"|person(_\w+)?|reporter|subject|supporter|user_name|writer)$"
    )]
    private static partial Regex Name();
}

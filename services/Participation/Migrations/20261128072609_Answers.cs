using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Participation.Migrations
{
    /// <inheritdoc />
    public partial class Answers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "answered_at",
                table: "contributions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "address_allowance",
                columns: table => new
                {
                    address = table.Column<string>(type: "text", nullable: false),
                    mails = table.Column<int>(type: "integer", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_address_allowance", x => x.address);
                });

            migrationBuilder.CreateTable(
                name: "mails",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant_slug = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reference = table.Column<Guid>(type: "uuid", nullable: false),
                    occasion = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    doubts = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    claim = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mails", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "news_addresses",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    feed_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_news_addresses", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "news_items",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    address_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    contribution_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_news_items", x => new { x.tenant, x.address_id, x.number, x.contribution_id });
                });

            migrationBuilder.CreateTable(
                name: "prepared_answers",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    contribution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic_area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prepared_answers", x => new { x.tenant, x.contribution_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_address_allowance_until",
                table: "address_allowance",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_mails_due_at",
                table: "mails",
                column: "due_at",
                filter: "state in ('Waiting', 'Sending')");

            migrationBuilder.CreateIndex(
                name: "ix_mails_settled_at",
                table: "mails",
                column: "settled_at");

            migrationBuilder.CreateIndex(
                name: "ix_mails_tenant_slug_key",
                table: "mails",
                columns: new[] { "tenant_slug", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_news_addresses_tenant_feed_hash",
                table: "news_addresses",
                columns: new[] { "tenant", "feed_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_news_addresses_tenant_person",
                table: "news_addresses",
                columns: new[] { "tenant", "person" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_prepared_answers_tenant_topic_area_id_contribution_id",
                table: "prepared_answers",
                columns: new[] { "tenant", "topic_area_id", "contribution_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "address_allowance");

            migrationBuilder.DropTable(
                name: "mails");

            migrationBuilder.DropTable(
                name: "news_addresses");

            migrationBuilder.DropTable(
                name: "news_items");

            migrationBuilder.DropTable(
                name: "prepared_answers");

            migrationBuilder.DropColumn(
                name: "answered_at",
                table: "contributions");
        }
    }
}

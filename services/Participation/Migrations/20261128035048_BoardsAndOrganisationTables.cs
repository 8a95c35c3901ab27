using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Participation.Migrations
{
    /// <inheritdoc />
    public partial class BoardsAndOrganisationTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "contacts",
                table: "organisations",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<List<string>>(
                name: "languages",
                table: "organisations",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<List<string>>(
                name: "networks",
                table: "organisations",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<Guid>(
                name: "board_id",
                table: "contributions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "contributions",
                type: "text",
                nullable: false,
                defaultValue: "Account");

            migrationBuilder.AddColumn<string>(
                name: "source_title",
                table: "contributions",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "board_changes",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    board_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_board_changes", x => new { x.tenant, x.board_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "board_counters",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    board_id = table.Column<Guid>(type: "uuid", nullable: false),
                    changes = table.Column<long>(type: "bigint", nullable: false),
                    cards = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_board_counters", x => new { x.tenant, x.board_id });
                });

            migrationBuilder.CreateTable(
                name: "boards",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic_area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    question = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: true),
                    @event = table.Column<string>(name: "event", type: "character varying(200)", maxLength: 200, nullable: true),
                    columns = table.Column<string>(type: "jsonb", nullable: false),
                    dots_per_person = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    timer_ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    token = table.Column<string>(type: "text", nullable: true),
                    link_since = table.Column<long>(type: "bigint", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_boards", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "card_dots",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    board_id = table.Column<Guid>(type: "uuid", nullable: false),
                    participant = table.Column<string>(type: "text", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dots = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_card_dots", x => new { x.tenant, x.board_id, x.participant, x.card_id });
                });

            migrationBuilder.CreateTable(
                name: "card_groups",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    board_id = table.Column<Guid>(type: "uuid", nullable: false),
                    column_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_card_groups", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "cards",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    board_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    column_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    order = table.Column<double>(type: "double precision", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    writer = table.Column<string>(type: "text", nullable: true),
                    account = table.Column<string>(type: "text", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dots = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    contribution_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cards", x => new { x.tenant, x.board_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "organisation_imports",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rows = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_imports", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_boards_tenant_closed_at",
                table: "boards",
                columns: new[] { "tenant", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_boards_tenant_token",
                table: "boards",
                columns: new[] { "tenant", "token" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_boards_tenant_topic_area_id_id",
                table: "boards",
                columns: new[] { "tenant", "topic_area_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_card_dots_tenant_board_id_card_id",
                table: "card_dots",
                columns: new[] { "tenant", "board_id", "card_id" });

            migrationBuilder.CreateIndex(
                name: "ix_card_groups_tenant_board_id",
                table: "card_groups",
                columns: new[] { "tenant", "board_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cards_tenant_board_id_column_id_order",
                table: "cards",
                columns: new[] { "tenant", "board_id", "column_id", "order" });

            migrationBuilder.CreateIndex(
                name: "ix_cards_tenant_board_id_group_id",
                table: "cards",
                columns: new[] { "tenant", "board_id", "group_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cards_tenant_board_id_writer_written_at",
                table: "cards",
                columns: new[] { "tenant", "board_id", "writer", "written_at" });

            migrationBuilder.CreateIndex(
                name: "ix_organisation_imports_tenant_created_at",
                table: "organisation_imports",
                columns: new[] { "tenant", "created_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "board_changes");

            migrationBuilder.DropTable(
                name: "board_counters");

            migrationBuilder.DropTable(
                name: "boards");

            migrationBuilder.DropTable(
                name: "card_dots");

            migrationBuilder.DropTable(
                name: "card_groups");

            migrationBuilder.DropTable(
                name: "cards");

            migrationBuilder.DropTable(
                name: "organisation_imports");

            migrationBuilder.DropColumn(
                name: "contacts",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "languages",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "networks",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "board_id",
                table: "contributions");

            migrationBuilder.DropColumn(
                name: "source",
                table: "contributions");

            migrationBuilder.DropColumn(
                name: "source_title",
                table: "contributions");
        }
    }
}
